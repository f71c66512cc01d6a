using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Data;

public class DataSetTests
{
    [Fact]
    public void An_order_is_the_same_on_every_machine() =>
        Assert.Equal([9, 8, 4, 2, 0, 6, 3, 5, 1, 7], Permutation.Of(10, seed: 1));

    [Fact]
    public void A_permutation_has_every_row_once_and_depends_on_seed_and_round()
    {
        var order = Permutation.Of(1000, seed: 7);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), order.Order());
        Assert.Equal(order, Permutation.Of(1000, seed: 7));
        Assert.NotEqual(order, Permutation.Of(1000, seed: 8));
        Assert.NotEqual(order, Permutation.Of(1000, seed: 7, round: 1));
    }

    [Fact]
    public void A_split_parts_all_rows_reproducibly()
    {
        using var data = Numbered(100);
        var (train, test) = data.Split(0.8, seed: 3);
        var (sameTrain, sameTest) = data.Split(0.8, seed: 3);
        using (train)
        using (test)
        using (sameTrain)
        using (sameTest)
        {
            Assert.Equal((80, 20), (train.Count, test.Count));
            Assert.Equal(Enumerable.Range(0, 100), Rows(train).Concat(Rows(test)).Order());
            Assert.Equal(Rows(train), Rows(sameTrain));
            Assert.Equal(Rows(test), Rows(sameTest));
            Assert.NotEqual(Enumerable.Range(0, 80), Rows(train));
        }
    }

    [Fact]
    public void The_engine_s_random_state_decides_no_order()
    {
        using var data = Numbered(50);
        random.manual_seed(1);
        using var first = data.Shuffle(5);
        random.manual_seed(2);
        using var second = data.Shuffle(5);
        Assert.Equal(Rows(first), Rows(second));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(0.01)]
    [InlineData(double.NaN)]
    public void Both_parts_of_a_split_have_a_row(double fraction)
    {
        using var data = Numbered(10);
        Assert.Contains("Both parts of 10 rows need a row", Assert.Throws<ArgumentOutOfRangeException>(() => data.Split(fraction, 0)).Message);
    }

    [Fact]
    public void Ranges_and_parts_of_parts_keep_their_rows()
    {
        using var data = Numbered(10);
        using var middle = data[2..6];
        using var first = middle.Take(2);
        Assert.Equal([2, 3, 4, 5], Rows(middle));
        Assert.Equal([2, 3], Rows(first));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Take(11));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Take(0));
    }

    [Fact]
    public void Parts_outlive_the_set_that_they_were_made_of()
    {
        var data = Numbered(10);
        using var part = data.Take(3);
        data.Dispose();
        Assert.Equal([0, 1, 2], Rows(part));
        Assert.Throws<ObjectDisposedException>(() => data.Take(3));
    }

    [Fact]
    public void Batches_have_what_is_left_last()
    {
        using var data = Numbered(7);
        Assert.Equal([3, 3, 1], data.Batches(3).Select(batch => (int)batch.X.size(0)));
        Assert.Equal([7], data.Batches(100).Select(batch => (int)batch.X.size(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Batches(0));
    }

    [Fact]
    public void Shuffled_batches_keep_inputs_and_targets_together()
    {
        using var data = Numbered(20);
        var seen = new List<int>();
        foreach (var batch in data.Batches(6, shuffleSeed: 1))
        {
            for (var i = 0; i < batch.X.size(0); i++)
            {
                using var x = batch.X[i, 0];
                using var target = batch.Target[i];
                Assert.Equal(x.ToDouble(), target.ToDouble());
                seen.Add((int)target.ToInt64());
            }
        }
        Assert.Equal(Enumerable.Range(0, 20), seen.Order());
        Assert.NotEqual(Enumerable.Range(0, 20), seen);
    }

    [Fact]
    public void A_training_batch_of_one_row_joins_the_one_before_it()
    {
        using var data = Numbered(9);
        Assert.Equal([4, 5], data.TrainingBatchSizes(4));
        Assert.Equal([5, 4], data.TrainingBatchSizes(5));
        Assert.Equal(Enumerable.Repeat(1, 9), data.TrainingBatchSizes(1));
        using var single = data.Take(1);
        Assert.Equal([1], single.TrainingBatchSizes(4));
    }

    [Fact]
    public void Batches_dispose_their_tensors_even_when_the_loop_is_left()
    {
        using var data = Numbered(20);
        var before = LiveTensors.CountAfterCollection();
        foreach (var batch in data.Batches(6))
        {
            if (batch.Target.size(0) == 6)
                break;
        }
        HandWritten.Batch kept = default;
        foreach (var batch in data.Batches(6))
            kept = batch;
        Assert.True(kept.X.IsInvalid);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Columns_are_checked_against_the_batch()
    {
        using var x = zeros([3, 4]);
        using var target = zeros([3], ScalarType.Int64);
        using var nothing = zeros([0, 2]);
        using var noTarget = zeros([0], ScalarType.Int64);
        Assert.Contains("'x' must be Float32 [N,2]", Assert.Throws<ArgumentException>(() => new DataSet<HandWritten.Batch>(x, target)).Message);
        Assert.Contains("at least one row", Assert.Throws<ArgumentException>(() => new DataSet<HandWritten.Batch>(nothing, noTarget)).Message);
    }

    /// <summary>Rows whose features and target are their number.</summary>
    private static DataSet<HandWritten.Batch> Numbered(int rows)
    {
        var target = arange(rows, ScalarType.Int64);
        using var column = target.view(rows, 1);
        using var wide = column.expand(rows, 2);
        return new(wide.to_type(ScalarType.Float32), target);
    }

    private static List<int> Rows(DataSet<HandWritten.Batch> data)
    {
        var rows = new List<int>();
        foreach (var batch in data.Batches(4))
            rows.AddRange(batch.Target.data<long>().Select(row => (int)row));
        return rows;
    }
}
