using System.Globalization;

namespace NeuralDsl.Tests.Data;

public sealed class DataStreamTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData(1, 7)]
    [InlineData(10, 7)]
    [InlineData(64, 100)]
    [InlineData(100, 7)]
    [InlineData(500, 64)]
    public void Rows_keep_their_order_in_batches(int size, int part)
    {
        var stream = Stream(100, part);
        var batches = stream.Batches(size).Select(Labels).ToArray();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), batches.SelectMany(batch => batch));
        Assert.Equal(BatchSizes.Of(100, size), batches.Select(batch => batch.Length));
    }

    [Theory]
    [InlineData(101, 10, 7, 20)]
    [InlineData(101, 10, 50, 30)]
    [InlineData(1000, 32, 100, 300)]
    [InlineData(97, 32, 10, 2)]
    [InlineData(65, 32, 33, 2)]
    [InlineData(33, 32, 1, 2)]
    [InlineData(2, 32, 1, 2)]
    [InlineData(1, 32, 1, 2)]
    [InlineData(50, 1, 7, 10)]
    public void An_epoch_has_every_row_once_and_no_batch_of_a_single_row(int rows, int size, int part, int buffer)
    {
        var stream = Stream(rows, part, buffer);
        var before = LiveTensors.CountAfterCollection();
        var batches = stream.TrainingBatches(size, seed: 1, epoch: 2).Select(Labels).ToArray();
        Assert.Equal(before, Tensor.TotalCount);
        Assert.Equal(Enumerable.Range(0, rows).Select(i => (long)i), batches.SelectMany(batch => batch).Order());
        Assert.Equal(BatchSizes.ForTraining(rows, size), batches.Select(batch => batch.Length));
        Assert.Equal(batches, stream.TrainingBatches(size, 1, 2).Select(Labels));
        Assert.Equal(batches.Skip(2), stream.TrainingBatches(size, 1, 2, skip: 2).Select(Labels));
        if (rows <= 32)
            return;
        Assert.NotEqual(batches.SelectMany(batch => batch).Order(), batches.SelectMany(batch => batch));
        Assert.NotEqual(batches, stream.TrainingBatches(size, 1, 3).Select(Labels));
        Assert.NotEqual(batches, stream.TrainingBatches(size, 2, 2).Select(Labels));
    }

    [Fact]
    public void Rows_move_as_far_as_the_buffer()
    {
        var order = Stream(1000, 10, buffer: 200).TrainingBatches(10, 1, 1).SelectMany(Labels).ToArray();
        Assert.True(order.Take(100).Max() > 150);
        Assert.True(order.Take(100).Max() <= 210);
    }

    [Fact]
    public void Skipped_batches_of_a_set_are_not_made()
    {
        using var data = Rows(0, 100);
        var all = data.TrainingBatches(10, 5, 2).Select(Labels).ToArray();
        Assert.Equal(all.Skip(4), data.TrainingBatches(10, 5, 2, skip: 4).Select(Labels));
        Assert.Empty(data.TrainingBatches(10, 5, 2, skip: 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.TrainingBatches(10, 5, 2, skip: -1));
    }

    [Fact]
    public void A_csv_file_is_read_in_parts()
    {
        File.WriteAllText(path, "a,b,target\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},0,{i % 3}\n"))));
        var stream = NeuralDsl.Csv.Stream<PairOf<ThreeClasses>>(path, buffer: 500);
        Assert.Null(stream.Count);
        using var whole = NeuralDsl.Csv.Load<PairOf<ThreeClasses>>(path);
        Assert.Equal(whole.Floats(), stream.Batches(100).SelectMany(batch => batch.Input.data<float>().ToArray()));
        Assert.Equal(whole.Labels().Order(), stream.TrainingBatches(32, 1, 1).SelectMany(Labels).Order());
        // The file is free again when a pass is left.
        foreach (var _ in stream.Batches(10))
            break;
        using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }
    }

    [Fact]
    public void Faults_of_a_file_come_up_where_it_is_read()
    {
        var before = LiveTensors.CountAfterCollection();
        File.WriteAllText(path, "a,b,target\n" + string.Concat(Enumerable.Repeat("1,2,0\n", 2000)) + "1,x,0\n");
        foreach (var stream in new IBatchSource<PairOf<ThreeClasses>>[] { NeuralDsl.Csv.Stream<PairOf<ThreeClasses>>(path), NeuralDsl.Csv.Stream<PairOf<ThreeClasses>>(path).Prefetch() })
            Assert.Contains("line 2002, column 'b'", Assert.Throws<DataException>(() => stream.TrainingBatches(10, 1, 1).Count()).Message);
        File.WriteAllText(path, "a,b,target\n1,2,yes\n");
        Assert.Contains("name them with Classes", Assert.Throws<DataException>(() => NeuralDsl.Csv.Stream<PairOf<ThreeClasses>>(path).Batches(10).Count()).Message);
        Assert.Equal([1L], NeuralDsl.Csv.Stream<PairOf<ThreeClasses>>(path, new() { Classes = "no, yes" }).Batches(10).SelectMany(Labels));
        File.WriteAllText(path, "a,b,target\n");
        Assert.Contains("no row", Assert.Throws<DataException>(() => NeuralDsl.Csv.Stream<PairOf<ThreeClasses>>(path).Batches(10).Count()).Message);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void Batches_made_ahead_are_the_same(int ahead)
    {
        using var data = Rows(0, 100);
        var source = data.Prefetch(ahead);
        var before = LiveTensors.CountAfterCollection();
        Assert.Equal(100, source.Count);
        Assert.Equal(data.TrainingBatches(9, 1, 1).Select(Labels), source.TrainingBatches(9, 1, 1).Select(Labels));
        Assert.Equal(data.TrainingBatches(9, 1, 1, skip: 3).Select(Labels), source.TrainingBatches(9, 1, 1, skip: 3).Select(Labels));
        Assert.Equal(data.Batches(9).Select(Labels), source.Batches(9).Select(Labels));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_loop_that_is_left_early_ends_the_thread_and_leaves_no_tensor()
    {
        using var data = Rows(0, 100);
        var before = LiveTensors.CountAfterCollection();
        foreach (var batch in data.Prefetch(4).TrainingBatches(2, 1, 1))
        {
            if (batch.Target.size(0) == 2)
                break;
        }
        Assert.Equal(before, Tensor.TotalCount);
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var _ in data.Prefetch(4).Batches(2))
                throw new InvalidOperationException("The consumer's own.");
        });
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void At_most_so_many_batches_are_made_ahead()
    {
        var made = 0;
        using var data = Rows(0, 100);
        var source = data.Map(batch =>
        {
            Interlocked.Increment(ref made);
            return batch;
        }).Prefetch(3);
        var used = 0;
        foreach (var _ in source.Batches(1))
            Assert.InRange(Volatile.Read(ref made), ++used, used + 4);
        Assert.Equal(100, made);
    }

    [Fact]
    public void What_goes_wrong_on_the_thread_is_thrown_to_the_consumer_after_the_batches_before()
    {
        using var data = Rows(0, 100);
        var before = LiveTensors.CountAfterCollection();
        var count = 0;
        var source = data.Map(batch => ++count == 5 ? throw new InvalidOperationException("fifth") : batch).Prefetch(2);
        var seen = 0;
        Assert.Equal("fifth", Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var _ in source.Batches(10))
                seen++;
        }).Message);
        Assert.Equal(4, seen);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Batches_are_changed_by_a_function()
    {
        using var data = Rows(0, 20);
        var before = LiveTensors.CountAfterCollection();
        var doubled = data.Map(batch => batch with { Input = (batch.Input * 2) + 1 });
        Assert.Equal(20, doubled.Count);
        Assert.Equal(data.Floats().Select(x => (x * 2) + 1), doubled.Batches(7).SelectMany(batch => batch.Input.data<float>().ToArray()));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void The_seeds_of_changes_are_those_of_the_batches()
    {
        using var data = Rows(0, 20);
        List<int> Seeds(int seed, int epoch, int skip)
        {
            var seeds = new List<int>();
            foreach (var _ in data.Map((batch, own) =>
            {
                seeds.Add(own);
                return batch;
            }).TrainingBatches(5, seed, epoch, skip))
            {
            }
            return seeds;
        }
        var seeds = Seeds(1, 1, 0);
        Assert.Equal(4, seeds.Distinct().Count());
        Assert.Equal(seeds, Seeds(1, 1, 0));
        Assert.Equal(seeds.Skip(2), Seeds(1, 1, 2));
        Assert.Empty(seeds.Intersect(Seeds(1, 2, 0)));
        Assert.Empty(seeds.Intersect(Seeds(2, 1, 0)));
    }

    private static DataStream<PairOf<ManyClasses>> Stream(int rows, int part, int buffer = 10_000) => new(() => Parts(rows, part)) { Buffer = buffer };

    private static IEnumerable<PairOf<ManyClasses>> Parts(int rows, int part)
    {
        for (var start = 0; start < rows; start += part)
        {
            using var data = Rows(start, Math.Min(part, rows - start));
            foreach (var batch in data.Batches(part))
                yield return batch;
        }
    }

    /// <summary>Rows whose features and label are their number.</summary>
    private static DataSet<PairOf<ManyClasses>> Rows(int start, int count)
    {
        long[] numbers = [.. Enumerable.Range(start, count).Select(i => (long)i)];
        return new(tensor([.. numbers.SelectMany(i => new float[] { i, -i })], [count, 2]), tensor(numbers));
    }

    private static long[] Labels<TFields>(PairOf<TFields> batch) where TFields : IFields => batch.Target.data<long>().ToArray();

    private readonly struct ManyClasses : IFields
    {
        public static TensorField Input => TensorField.Input("x", DType.Float32, "N 2");

        public static TensorField Target => TensorField.Target("target", DType.Int64, "N");
    }
}
