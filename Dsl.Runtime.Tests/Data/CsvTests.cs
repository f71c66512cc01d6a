using System.Collections.Immutable;
using System.Globalization;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Data;

public sealed class CsvTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Columns_become_tensors_of_the_declared_shapes()
    {
        using var data = Load("id,f_1,f_2,target\n7, 1 ,2,0\n\n8,\"3\",4e1,2\n", new() { Features = "f_*", Scale = 0.5 });
        var batch = data.Batches(2).Select(batch => (X: batch.X.data<float>().ToArray(), Target: batch.Target.data<long>().ToArray())).Single();
        Assert.Equal([0.5f, 1, 1.5f, 20], batch.X);
        Assert.Equal([0, 2], batch.Target);
    }

    [Fact]
    public void All_columns_but_the_target_are_features_by_default()
    {
        using var data = Load("target,a,b\n1,2,3\n");
        Assert.Equal([2f, 3f], data.Batches(1).SelectMany(batch => batch.X.data<float>().ToArray()));
    }

    [Fact]
    public void Patterns_may_overlap()
    {
        using var data = Load("a,b,target\n1,2,0\n", new() { Features = "?, b" });
        Assert.Equal([1f, 2f], data.Batches(1).SelectMany(batch => batch.X.data<float>().ToArray()));
    }

    [Fact]
    public void Numbers_have_a_point_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            using var data = Load("a;b;target\n1.5;-2.5;1.0\n", new() { Separator = ';' });
            Assert.Equal([1.5f, -2.5f], data.Batches(1).SelectMany(batch => batch.X.data<float>().ToArray()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Columns_fill_images_row_by_row()
    {
        File.WriteAllText(path, "p_0_0,p_0_1,p_1_0,p_1_1,y\n1,2,3,4,0.5\n");
        using var data = Csv.Load<ImageBatch>(path, new() { Features = "p_*", Target = "y" });
        foreach (var batch in data.Batches(1))
        {
            Assert.Equal([1, 1, 2, 2], batch[0].shape);
            using var pixel = batch[0][0, 0, 1, 0];
            Assert.Equal(3, pixel.ToDouble());
            Assert.Equal([1, 1], batch[1].shape);
        }
    }

    [Theory]
    [InlineData("", "the file is empty; its first line must name the columns.")]
    [InlineData("a,b,target\n", "there is no row below the header.")]
    [InlineData("a,b,label\n1,2,0\n", "there is no column 'target'; the columns are a, b, label.")]
    [InlineData("a,b,Targets\n1,2,0\n", "there is no column 'target'; did you mean 'Targets'?")]
    [InlineData("a,b,c,target\n1,2,3,0\n", "3 columns match '*' but 'x' Float32 [N,2] takes 2.")]
    [InlineData("a,target\n1,0\n", "1 column matches '*' but 'x' Float32 [N,2] takes 2.")]
    [InlineData("a,b,target\n1,2,0\n1,2\n", ", line 3: 2 values where the header names 3 columns.")]
    [InlineData("a,b,target\n1,2,0,4\n", ", line 2: 4 values where the header names 3 columns.")]
    [InlineData("a,b,target\n1,2,0\n1,x,0\n", ", line 3, column 'b': 'x' is not a number.")]
    [InlineData("a,b,target\n1,,0\n", ", line 2, column 'b': the value is missing.")]
    [InlineData("a,b,target\n1,NaN,0\n", ", line 2, column 'b': 'NaN' is not a finite number.")]
    [InlineData("a,b,target\n-Infinity,1,0\n", ", line 2, column 'a': '-Infinity' is not a finite number.")]
    [InlineData("a,b,target\n1e39,1,0\n", ", line 2, column 'a': '1e39' is not a finite number.")]
    [InlineData("a,b,target\n1,2,1.5\n", ", line 2, column 'target': '1.5' is not a whole number, but 'target' is Int64.")]
    [InlineData("a,b,target\n1,2,cat\n", ", line 2, column 'target': 'cat' is not a number.")]
    [InlineData("a,b,target\n\n\n1,2,\n", ", line 4, column 'target': the value is missing.")]
    [InlineData("a,b,target\n1,2,\"0\n", "a quoted field that is never closed")]
    public void What_is_wrong_is_said_with_its_place(string text, string message)
    {
        var exception = Assert.Throws<DataException>(() => Load(text));
        Assert.StartsWith(path, exception.Message);
        Assert.Contains(message, exception.Message);
    }

    [Theory]
    [InlineData("pixel_*", "no column matches 'pixel_*'; the columns are a, b, target.")]
    [InlineData("a, c", "there is no column 'c'; the columns are a, b, target.")]
    [InlineData("a, target", "column 'target' is both feature and target; features are 'a, target'.")]
    public void Patterns_are_checked(string features, string message) =>
        Assert.Contains(message, Assert.Throws<DataException>(() => Load("a,b,target\n1,2,0\n", new() { Features = features })).Message);

    [Fact]
    public void A_file_fills_one_input()
    {
        File.WriteAllText(path, "a,b,target\n1,2,0\n");
        Assert.Equal(
            "Features and Target fill one input and at most one target, but the batch has left: Float32 [N]; right: Float32 [N]; name the columns of each with Columns.",
            Assert.Throws<NotSupportedException>(() => Csv.Load<PairBatch>(path)).Message);
    }

    [Fact]
    public void Columns_name_those_of_every_field()
    {
        File.WriteAllText(path, "a,b\n1,2\n3,4\n");
        using var data = Csv.Load<PairBatch>(path, new() { Columns = "right: a; left: b" });
        var batch = data.Batches(2).Select(batch => (Left: batch.Left.data<float>().ToArray(), Right: batch.Right.data<float>().ToArray())).Single();
        Assert.Equal([2, 4], batch.Left);
        Assert.Equal([1, 3], batch.Right);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var exception = Assert.Throws<DataException>(() => Csv.Load<HandWritten.Batch>("nowhere/data.csv"));
        Assert.Equal($"nowhere/data.csv: there is no file '{Path.GetFullPath("nowhere/data.csv")}'.", exception.Message);
    }

    [Fact]
    public void A_file_that_fails_leaves_no_tensor()
    {
        var before = LiveTensors.CountAfterCollection();
        Assert.Throws<DataException>(() => Load("a,b,target\n1,2,0\n1,2,x\n"));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void Scale_is_a_finite_number(double scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvOptions { Scale = scale });

    private DataSet<HandWritten.Batch> Load(string text, CsvOptions? options = null)
    {
        File.WriteAllText(path, text);
        return Csv.Load<HandWritten.Batch>(path, options);
    }

    private readonly record struct ImageBatch(Tensor Image, Tensor Target) : IBatch<ImageBatch>
    {
        public static ImmutableArray<TensorField> Fields { get; } =
            [TensorField.Input("image", DType.Float32, "N C=1 H=2 W=2"), TensorField.Target("target", DType.Float32, "N 1")];

        public Tensor this[int index] => index == 0 ? Image : Target;

        public static ImageBatch Create(ReadOnlySpan<Tensor?> tensors)
        {
            TensorField.Check("ImageBatch", Fields, tensors);
            return new(tensors[0]!, tensors[1]!);
        }
    }

    private readonly record struct PairBatch(Tensor Left, Tensor Right) : IBatch<PairBatch>
    {
        public static ImmutableArray<TensorField> Fields { get; } =
            [TensorField.Input("left", DType.Float32, "N"), TensorField.Input("right", DType.Float32, "N")];

        public Tensor this[int index] => index == 0 ? Left : Right;

        public static PairBatch Create(ReadOnlySpan<Tensor?> tensors) => new(tensors[0]!, tensors[1]!);
    }
}
