using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Spectre.Console;

namespace NeuralDsl.Benchmarks;

/// <summary>What a key press costs in a project of models: the generator, run as an editor runs it, and the analyzer.</summary>
internal static class GeneratorBenchmark
{
    private const int Rounds = 15;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task RunAsync()
    {
        GeneratorWorkload[] workloads = [new("1 model of 12 layers", 1, 12), new("20 models of 12 layers", 20, 12), new("200 models of 12 layers", 200, 12), new("1 model of 500 layers", 1, 500)];
        var table = new Table().Title("Source generator").AddColumns("project", "run", "time", "a model", "allocated");
        foreach (var column in table.Columns.Skip(2))
            column.RightAligned();
        table.Caption = new TableTitle($"medians of {Rounds} rounds in a warm process, {Environment.ProcessorCount} cores");

        foreach (var workload in workloads)
        {
            await workload.CheckAsync();
            await WarmUpAsync(workload);
            Add(table, workload, "first run", await MeasureAsync(workload, Cold));
            Add(table, workload, "edit elsewhere", await MeasureAsync(workload, (each, round) => Edited(each, each.EditOther, round)));
            Add(table, workload, "edit of a layer", await MeasureAsync(workload, (each, round) => Edited(each, each.EditLayer, round)));
            Add(table, workload, "analyzer", await MeasureAsync(workload, Analyzed));
        }
        AnsiConsole.Write(table);
    }

    /// <summary>Until the run-time compiler has seen all of it often enough to be done with it.</summary>
    private static async Task WarmUpAsync(GeneratorWorkload workload)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp;)
        {
            await Cold(workload, 0)();
            await Edited(workload, workload.EditOther, 0)();
            await Edited(workload, workload.EditLayer, 0)();
            await Analyzed(workload, 0)();
        }
    }

    private static Task<Measurement> MeasureAsync(GeneratorWorkload workload, Func<GeneratorWorkload, int, Func<Task>> prepare)
    {
        var round = 0;
        return Measurement.MedianAsync(Rounds, () => prepare(workload, round++));
    }

    private static Func<Task> Cold(GeneratorWorkload workload, int round)
    {
        var compilation = workload.Compile();
        return () =>
        {
            GeneratorWorkload.CreateDriver().RunGenerators(compilation);
            return Task.CompletedTask;
        };
    }

    private static Func<Task> Edited(GeneratorWorkload workload, Func<CSharpCompilation, int, CSharpCompilation> edit, int round)
    {
        var compilation = workload.Compile();
        var driver = GeneratorWorkload.CreateDriver().RunGenerators(compilation);
        var edited = edit(compilation, round);
        return () =>
        {
            driver.RunGenerators(edited);
            return Task.CompletedTask;
        };
    }

    private static Func<Task> Analyzed(GeneratorWorkload workload, int round)
    {
        var analyzers = workload.Compile().WithAnalyzers([new ModelAnalyzer()]);
        return () => analyzers.GetAnalyzerDiagnosticsAsync();
    }

    private static void Add(Table table, GeneratorWorkload workload, string run, Measurement measured) => table.AddRow(
        run == "first run" ? workload.Name : "", run, $"{measured.Milliseconds:0.00} ms", $"{measured.Milliseconds / workload.Models:0.000} ms", $"{measured.Bytes / 1024:N0} KB");
}
