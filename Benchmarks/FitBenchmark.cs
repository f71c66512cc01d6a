using System.Diagnostics;
using NeuralDsl.Samples;
using Spectre.Console;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>
/// An epoch of <c>Fit</c>, which also measures and watches, against a bare loop of training steps over the same batches: both in turn, so that the
/// machine's moods touch both alike; medians of the rounds, and the median of the ratios of each round.
/// </summary>
internal static class FitBenchmark
{
    private const int Rounds = 9;
    private const int Rows = 2048;
    private const int BatchSize = 32;
    private const double RoundSeconds = 1;

    public static void Run()
    {
        var table = new Table().Title($"Epoch of {Rows} rows in batches of {BatchSize}").AddColumns("model", "bare loop", "Fit", "ratio", "managed bytes a step");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        table.Caption = new TableTitle($"{Environment.ProcessorCount} cores, one thread, medians of {Rounds} rounds");
        set_num_threads(1);
        random.manual_seed(1);
        Compare(table, new SimpleNN(), new DataSet<SimpleNN.Batch>(rand(Rows, 100), randint(2, [Rows, 1], ScalarType.Float32)), (model, batch, optimizer) => model.TrainStep(batch, optimizer));
        Compare(table, new BreastCancerNet(), new DataSet<BreastCancerNet.Batch>(rand(Rows, 30), randint(2, [Rows, 1], ScalarType.Float32)), (model, batch, optimizer) => model.TrainStep(batch, optimizer));
        Compare(table, new DigitsCnn(), new DataSet<DigitsCnn.Batch>(rand(Rows, 1, 8, 8), randint(10, [Rows], ScalarType.Int64)), (model, batch, optimizer) => model.TrainStep(batch, optimizer));
        AnsiConsole.Write(table);
    }

    private static void Compare<TModel, TBatch>(Table table, TModel model, DataSet<TBatch> data, Func<TModel, TBatch, optim.Optimizer, double> step)
        where TModel : nn.Module, ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        // The first epochs compile, fill caches and tell how many a round has.
        Loop(2);
        Fit(2);
        var epochs = Math.Max(1, (int)(RoundSeconds / Loop(1)));
        var rounds = Enumerable.Range(0, Rounds).Select(round => round % 2 == 0 ? (Bare: Loop(epochs), Fit: Fit(epochs)) : Swapped(epochs)).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fit(4);
        var few = GC.GetAllocatedBytesForCurrentThread() - before;
        Fit(8);
        var many = GC.GetAllocatedBytesForCurrentThread() - before - few;
        table.AddRow(
            typeof(TModel).Name,
            Milliseconds(Statistics.Median(rounds.Select(round => round.Bare)) / epochs),
            Milliseconds(Statistics.Median(rounds.Select(round => round.Fit)) / epochs),
            $"{Statistics.Median(rounds.Select(round => round.Fit / round.Bare)):0.00}",
            $"{(many - few) / (4 * Rows / BatchSize):N0}");
        data.Dispose();
        model.Dispose();

        (double Bare, double Fit) Swapped(int epochs)
        {
            var fit = Fit(epochs);
            return (Loop(epochs), fit);
        }

        double Loop(int epochs)
        {
            var watch = Stopwatch.StartNew();
            using var optimizer = model.Phases[0].CreateOptimizer();
            model.train();
            for (var epoch = 1; epoch <= epochs; epoch++)
            {
                foreach (var batch in data.TrainingBatches(BatchSize, 0, epoch))
                    step(model, batch, optimizer);
            }
            return watch.Elapsed.TotalSeconds;
        }

        double Fit(int epochs)
        {
            var watch = Stopwatch.StartNew();
            model.Fit(data, new() { Epochs = epochs, BatchSize = BatchSize, Progress = FitProgress.None });
            return watch.Elapsed.TotalSeconds;
        }
    }

    private static string Milliseconds(double seconds) => $"{seconds * 1e3:0.0} ms";
}
