namespace NeuralDsl.Tests.Data;

public class PartitionTests
{
    private static readonly long[] Classes = [.. Enumerable.Range(0, 103).Select(i => i % 10 == 0 ? 2L : i % 3 == 0 ? 1L : 0L)];

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(83)]
    [InlineData(102)]
    public void Stratified_parts_differ_from_their_due_share_by_less_than_a_row(int first)
    {
        var (a, b) = Partition.Split(Classes.Length, first, seed: 4, Classes);
        Assert.Equal(first, a.Length);
        Assert.Equal(Enumerable.Range(0, Classes.Length).Select(i => (long)i), a.Concat(b).Order());
        foreach (var (label, count) in Classes.CountBy(label => label))
            Assert.InRange(a.Count(row => Classes[row] == label) - ((double)first * count / Classes.Length), -1, 1);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(5, true)]
    [InlineData(103, true)]
    public void Every_row_is_in_one_fold(int count, bool stratify)
    {
        var folds = Partition.Folds(Classes.Length, count, seed: 1, stratify ? Classes : null);
        Assert.Equal(Enumerable.Range(0, Classes.Length).Select(i => (long)i), folds.SelectMany(fold => fold).Order());
        Assert.InRange(folds.Max(fold => fold.Length) - folds.Min(fold => fold.Length), 0, 1);
        foreach (var label in stratify ? Classes.Distinct() : [])
        {
            var counts = folds.Select(fold => fold.Count(row => Classes[row] == label)).ToArray();
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
        Assert.Equal(folds, Partition.Folds(Classes.Length, count, seed: 1, stratify ? Classes : null));
        Assert.NotEqual(folds, Partition.Folds(Classes.Length, count, seed: 2, stratify ? Classes : null));
    }

    [Fact]
    public void Folds_test_on_every_row_once()
    {
        using var data = new DataSet<PairOf<ThreeClasses>>(zeros([Classes.Length, 2]), tensor(Classes));
        var tested = 0;
        foreach (var fold in data.Folds(4, seed: 0, stratify: true))
        {
            using (fold)
            {
                Assert.Equal(Classes.Length, fold.Train.Count + fold.Test.Count);
                Assert.InRange(fold.Test.Labels().Count(label => label == 2), 2, 3);
                tested += fold.Test.Count;
            }
        }
        Assert.Equal(Classes.Length, tested);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Folds(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Folds(104, 0));
    }

    [Fact]
    public void Rows_are_stratified_by_what_the_target_says()
    {
        using var oneHot = new DataSet<PairOf<OneHotClasses>>(zeros([3, 2]), eye(3));
        using var binary = new DataSet<PairOf<Binary>>(zeros([3, 2]), tensor([0f, 1f, 0.2f], [3, 1]));
        using var real = new DataSet<PairOf<Regression>>(zeros([3, 2]), zeros([3, 1]));
        Assert.Equal([0, 1, 2], oneHot.ClassOfRows());
        Assert.Equal([0, 1, 0], binary.ClassOfRows());
        Assert.Equal(
            "Rows are stratified by the classes of a target, but 'target' Float32 [N,1] has none.",
            Assert.Throws<InvalidOperationException>(() => real.Split(0.5, 0, stratify: true)).Message);
    }
}
