using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <inheritdoc cref="Sample"/>
internal sealed class Sample<TModel, TBatch>(
    string name,
    string summary,
    int epochs,
    Func<TModel> create,
    Func<int, (DataSet<TBatch> Train, DataSet<TBatch> Test)> load) : Sample(name, summary, epochs)
    where TModel : nn.Module, ITrainable<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    public override TrainingReport Train(Arguments arguments)
    {
        var (train, test) = load(arguments.Seed);
        using var _ = train;
        using var __ = test;
        random.manual_seed(arguments.Seed);
        using var model = create();
        if (!arguments.IsQuiet)
            Print($"{model.Architecture.Name}: {model.Architecture.ParameterCount:N0} parameters, {train.Count:N0} rows to learn from, {test.Count:N0} to test on");

        var report = model.Fit(train, new()
        {
            Epochs = arguments.Epochs ?? Epochs,
            BatchSize = arguments.BatchSize,
            Seed = arguments.Seed,
            Validation = test,
            Progress = arguments.IsQuiet ? FitProgress.None : FitProgress.Auto,
        });
        Print($"test {report.Final} after {report.Duration.TotalSeconds:0.00} s");
        return report;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
