using System.Collections.Immutable;

namespace NeuralDsl.Tests.Model;

public class TensorFieldTests
{
    private static readonly ImmutableArray<TensorField> Image =
    [
        TensorField.Input("image", DType.Float32, "N C=1 H=8 W=8"),
        TensorField.Target("target", DType.Int64, "N"),
    ];

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void Any_floating_dtype_stands_for_a_declared_one(ScalarType type)
    {
        using var image = zeros([4, 1, 8, 8], type);
        using var target = zeros([4], ScalarType.Int64);
        TensorField.Check("DigitsCnn.Batch", Image, [image, target]);
    }

    [Fact]
    public void Rank_is_checked()
    {
        using var image = zeros([32, 8, 8]);
        using var target = zeros([32], ScalarType.Int64);
        Assert.Equal(
            "DigitsCnn.Batch: 'image' must be Float32 [N,1,8,8] but is Float32 [32,8,8].",
            Assert.Throws<ArgumentException>(() => TensorField.Check("DigitsCnn.Batch", Image, [image, target])).Message);
    }

    [Fact]
    public void Fixed_sizes_are_checked()
    {
        using var image = zeros([32, 3, 8, 8]);
        using var target = zeros([32], ScalarType.Int64);
        Assert.Equal(
            "DigitsCnn.Batch: 'image' must be Float32 [N,1,8,8] but is Float32 [32,3,8,8].",
            Assert.Throws<ArgumentException>(() => TensorField.Check("DigitsCnn.Batch", Image, [image, target])).Message);
    }

    [Fact]
    public void Dtype_is_checked()
    {
        using var image = zeros([4, 1, 8, 8]);
        using var target = zeros([4]);
        Assert.Equal(
            "DigitsCnn.Batch: 'target' must be Int64 [N] but is Float32 [4].",
            Assert.Throws<ArgumentException>(() => TensorField.Check("DigitsCnn.Batch", Image, [image, target])).Message);
    }

    [Fact]
    public void A_symbol_has_one_size_in_all_fields()
    {
        using var image = zeros([32, 1, 8, 8]);
        using var target = zeros([31], ScalarType.Int64);
        Assert.Equal(
            "DigitsCnn.Batch: 'target' has N = 31 where 'image' has N = 32.",
            Assert.Throws<ArgumentException>(() => TensorField.Check("DigitsCnn.Batch", Image, [image, target])).Message);
    }

    [Fact]
    public void A_symbol_has_one_size_in_a_field()
    {
        using var x = zeros([2, 5, 6]);
        Assert.Equal(
            "M.Batch: 'x' must be Float32 [N,D,D] but is Float32 [2,5,6]: D is both 5 and 6.",
            Assert.Throws<ArgumentException>(() => TensorField.Check("M.Batch", [TensorField.Input("x", DType.Float32, "N D D")], [x])).Message);
    }

    [Fact]
    public void Derived_sizes_are_evaluated_wherever_their_symbols_stand()
    {
        ImmutableArray<TensorField> fields = [TensorField.Input("half", DType.Float32, "N T/2"), TensorField.Input("whole", DType.Float32, "N T")];
        using var half = zeros([2, 3]);
        using var whole = zeros([2, 7]);
        using var longer = zeros([2, 8]);
        TensorField.Check("M.Batch", fields, [half, whole]);
        Assert.Equal(
            "M.Batch: 'half' must be Float32 [N,T/2] but is Float32 [2,3]: T/2 is 4 where T = 8.",
            Assert.Throws<ArgumentException>(() => TensorField.Check("M.Batch", fields, [half, longer])).Message);
    }

    [Fact]
    public void Sizes_that_depend_on_data_are_free_and_shown_as_declared()
    {
        ImmutableArray<TensorField> fields = [TensorField.Input("a", DType.Float32, "N ?"), TensorField.Input("b", DType.Int64, "N ?")];
        using var a = zeros([2, 3]);
        using var b = zeros([2, 4], ScalarType.Int64);
        TensorField.Check("M.Batch", fields, [a, b]);
        Assert.Equal("b: Int64 [N,?]", fields[1].ToString());
    }

    [Fact]
    public void Missing_and_disposed_tensors_are_named()
    {
        using var image = zeros([4, 1, 8, 8]);
        var target = zeros([4], ScalarType.Int64);
        target.Dispose();
        Assert.Contains("'target' is null; it must be Int64 [N].", Assert.Throws<ArgumentNullException>(() => TensorField.Check("B", Image, [image, null!])).Message);
        Assert.Contains("'target' is a tensor that has been disposed.", Assert.Throws<ObjectDisposedException>(() => TensorField.Check("B", Image, [image, target])).Message);
        Assert.Equal("B takes 2 tensors (image, target), not 1.", Assert.Throws<ArgumentException>(() => TensorField.Check("B", Image, [image])).Message);
    }

    [Fact]
    public void A_check_that_passes_allocates_only_what_the_engine_does()
    {
        using var image = zeros([4, 1, 8, 8]);
        using var target = zeros([4], ScalarType.Int64);
        var engine = Allocated(() =>
        {
            for (var axis = 0; axis < 4; axis++)
                image.size(axis);
            target.size(0);
        });
        Assert.Equal(engine, Allocated(() => TensorField.Check("DigitsCnn.Batch", Image, [image, target])));

        static long Allocated(Action action)
        {
            action();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
