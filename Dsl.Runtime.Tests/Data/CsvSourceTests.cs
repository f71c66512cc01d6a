namespace NeuralDsl.Tests.Data;

public sealed class CsvSourceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Names_of_classes_are_sorted_by_their_codes()
    {
        using var parts = new CsvSource<PairOf<ThreeClasses>>(Write("a,b,target\n1,2,pear\n3,4,apple\n5,6,Zebra\n7,8,pear\n")) { Holdout = 0.25 }.Load(seed: 1);
        Assert.Equal(["Zebra", "apple", "pear"], parts.Classes);
        Assert.Equal((3, 1), (parts.Train.Count, parts.Test.Count));
        Assert.Equal([0, 1, 2, 2], parts.Train.Labels().Concat(parts.Test.Labels()).Order());
        foreach (var (x, label) in parts.Train.Floats().Chunk(2).Zip(parts.Train.Labels()))
            Assert.Equal(x[0] switch { 3 => 1, 5 => 0, _ => 2 }, label);
    }

    [Fact]
    public void Declared_classes_have_the_indices_of_their_order()
    {
        var file = Write("a,b,target\n1,2,pear\n3,4,apple\n");
        using var parts = new CsvSource<PairOf<ThreeClasses>>(file) { Test = file, Classes = "pear, fig, apple" }.Load();
        Assert.Equal(["pear", "fig", "apple"], parts.Classes);
        Assert.Equal([0, 2], parts.Train.Labels());
        Assert.Equal([0, 2], parts.Test.Labels());
    }

    [Fact]
    public void The_rows_to_test_on_have_the_classes_of_those_to_learn_from()
    {
        using var parts = new CsvSource<PairOf<ThreeClasses>>(Write("a,b,target\n1,2,z\n3,4,a\n")) { Test = Write("a,b,target\n1,2,z\n", "test.csv") }.Load();
        Assert.Equal([1], parts.Test.Labels());
        var stranger = Write("a,b,target\n1,2,q\n", "stranger.csv");
        var source = new CsvSource<PairOf<ThreeClasses>>(Write("a,b,target\n1,2,z\n3,4,a\n")) { Test = stranger };
        var before = LiveTensors.CountAfterCollection();
        Assert.Equal($"{stranger}, line 2, column 'target': 'q' is no class; the classes are a, z.", Assert.Throws<DataException>(() => source.Load()).Message);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void One_column_of_classes_becomes_one_hot_rows()
    {
        var named = Write("a,b,target\n1,2,y\n3,4,x\n");
        using var parts = new CsvSource<PairOf<OneHotClasses>>(named) { Test = named }.Load();
        Assert.Equal([0, 1, 0, 1, 0, 0], parts.Train.Targets());
        var numbered = Write("a,b,target\n1,2,2\n3,4,0\n");
        using var indexed = new CsvSource<PairOf<OneHotClasses>>(numbered) { Test = numbered }.Load();
        Assert.Equal([0, 0, 1, 1, 0, 0], indexed.Train.Targets());
    }

    [Fact]
    public void Three_columns_are_one_hot_rows_already()
    {
        var file = Write("a,b,t0,t1,t2\n1,2,0,1,0\n3,4,1,0,0\n");
        using var parts = new CsvSource<PairOf<OneHotClasses>>(file) { Test = file, Target = "t*" }.Load();
        Assert.Equal([0, 1, 0, 1, 0, 0], parts.Train.Targets());
    }

    [Fact]
    public void A_probability_takes_two_names_or_numbers_between()
    {
        var named = Write("a,b,target\n1,2,yes\n3,4,no\n");
        using var parts = new CsvSource<PairOf<Binary>>(named) { Test = named }.Load();
        Assert.Equal([1, 0], parts.Train.Targets());
        var numbers = Write("a,b,target\n1,2,0.25\n3,4,1\n");
        using var real = new CsvSource<PairOf<Binary>>(numbers) { Test = numbers }.Load();
        Assert.Equal([0.25f, 1], real.Train.Targets());
    }

    [Theory]
    [InlineData("a,b,target\n1,2,0\n1,2,3\n", ", line 3, column 'target': label 3 is not in 0..2: 'target' has 3 classes.")]
    [InlineData("a,b,target\n1,2,-1\n", ", line 2, column 'target': label -1 is not in 0..2: 'target' has 3 classes.")]
    [InlineData("a,b,target\n1,2,0\n1,2,cat\n", ", line 3, column 'target': 'cat' is not a number, as the labels before it are; name the classes where they are text.")]
    [InlineData("a,b,target\n1,2,cat\n1,2,7\n", ", line 3, column 'target': '7' is a number, but the labels before it are names; name the classes where some look like numbers.")]
    [InlineData("a,b,target\n1,2,p\n1,2,q\n1,2,r\n1,2,s\n", ", line 5, column 'target': there are more classes than the 3 of 'target': p, q, r, s.")]
    [InlineData("a,b,target\n1,2,0.5\n", ", line 2, column 'target': '0.5' is not a whole number, but labels are indices of classes.")]
    [InlineData("a,b,target\n1,2,\n", ", line 2, column 'target': the value is missing.")]
    [InlineData("a,b,target\n1,2,0\n", ": 1 row cannot be parted with Holdout = 0.2: both parts need a row. Name a file with Test.")]
    public void What_is_wrong_is_said_with_its_place(string text, string message)
    {
        var file = Write(text);
        Assert.Equal(file + message, Assert.Throws<DataException>(() => new CsvSource<PairOf<ThreeClasses>>(file).Load()).Message);
    }

    [Fact]
    public void Ignored_labels_are_no_class_and_no_error()
    {
        var file = Write("a,b,target\n1,2,-100\n3,4,2\n");
        using var parts = new CsvSource<PairOf<ThreeClasses>>(file) { Test = file }.Load();
        Assert.Equal([-100, 2], parts.Train.Labels());
    }

    [Fact]
    public void Stratified_parts_have_the_same_share_of_every_class()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},0,{(i < 70 ? 0 : i < 90 ? 1 : 2)}\n"));
        using var parts = new CsvSource<PairOf<ThreeClasses>>(Write("a,b,target\n" + rows)) { Stratify = true, Holdout = 0.1 }.Load(seed: 5);
        Assert.Equal([(0, 7), (1, 2), (2, 1)], parts.Test.Labels().CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        using var again = new CsvSource<PairOf<ThreeClasses>>(Path.Combine(folder, "data.csv")) { Stratify = true, Holdout = 0.1 }.Load(seed: 5);
        Assert.Equal(parts.Test.Floats(), again.Test.Floats());
        using var other = new CsvSource<PairOf<ThreeClasses>>(Path.Combine(folder, "data.csv")) { Stratify = true, Holdout = 0.1 }.Load(seed: 6);
        Assert.NotEqual(parts.Test.Floats(), other.Test.Floats());
    }

    [Fact]
    public void Only_the_rows_to_learn_from_say_mean_and_deviation()
    {
        var train = Write("a,b,target\n1,5,0\n3,5,1\n");
        using var parts = new CsvSource<PairOf<ThreeClasses>>(train) { Test = Write("a,b,target\n5,7,1\n", "test.csv"), Standardize = true }.Load();
        Assert.Equal([-1, 0, 1, 0], parts.Train.Floats());
        Assert.Equal([3, 2], parts.Test.Floats());
    }

    [Fact]
    public void Nothing_leaks()
    {
        var file = Write("a,b,target\n1,5,0\n3,5,1\n4,5,2\n");
        var before = LiveTensors.CountAfterCollection();
        new CsvSource<PairOf<ThreeClasses>>(file) { Standardize = true, Stratify = true }.Load().Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_file_may_be_named_when_the_rows_are_loaded()
    {
        using var parts = new CsvSource<PairOf<ThreeClasses>>("nowhere.csv") { Holdout = 0.5 }.Load(path: Write("a,b,target\n1,5,0\n3,5,1\n"));
        Assert.Equal((1, 1), (parts.Train.Count, parts.Test.Count));
        Assert.Contains("there is no file", Assert.Throws<DataException>(() => new CsvSource<PairOf<ThreeClasses>>("nowhere.csv").Load()).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Holdout_is_a_share(double holdout) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvSource<PairOf<ThreeClasses>>("a.csv") { Holdout = holdout });

    private string Write(string text, string name = "data.csv")
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
