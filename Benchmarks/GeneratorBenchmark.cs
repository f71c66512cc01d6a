using System.Diagnostics;
using Microsoft.CodeAnalysis;
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
        var table = new Table().Title("Source generator").AddColumns("project", "run", "time", "Roslyn alone", "added a model", "allocated");
        foreach (var column in table.Columns.Skip(2))
            column.RightAligned();
        table.Caption = new TableTitle(
            $"medians of {Rounds} rounds in a warm process, {Environment.ProcessorCount} cores; Roslyn alone is a generator that finds the models and does nothing, added the median of the differences");

        foreach (var workload in workloads)
        {
            await workload.CheckAsync();
            await WarmUpAsync(workload);
            await AddAsync(table, workload, "first run", (generator, _) => Cold(workload, generator));
            await AddAsync(table, workload, "edit elsewhere", (generator, round) => Edited(workload, generator, workload.EditOther, round));
            await AddAsync(table, workload, "edit of a layer", (generator, round) => Edited(workload, generator, workload.EditLayer, round));
            var analyzed = await Measurement.MedianAsync(Rounds, () => Analyzed(workload));
            Add(table, workload, "analyzer", analyzed, null, analyzed.Milliseconds);
        }
        AnsiConsole.Write(table);
    }

    /// <summary>Until the run-time compiler has seen all of it often enough to be done with it.</summary>
    private static async Task WarmUpAsync(GeneratorWorkload workload)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp;)
        {
            foreach (var generator in new IIncrementalGenerator[] { new ModelGenerator(), new IdleGenerator() })
            {
                await Cold(workload, generator)();
                await Edited(workload, generator, workload.EditOther, 0)();
                await Edited(workload, generator, workload.EditLayer, 0)();
            }
            await Analyzed(workload)();
        }
    }

    /// <summary>Both generators in turns, so that what else the machine does touches both; what is added is the median of the differences.</summary>
    private static async Task AddAsync(Table table, GeneratorWorkload workload, string run, Func<IIncrementalGenerator, int, Func<Task>> prepare)
    {
        var rounds = new List<(Measurement Models, Measurement Idle)>();
        for (var round = 0; round < Rounds; round++)
        {
            var at = round;
            rounds.Add((await Measurement.MedianAsync(1, () => prepare(new ModelGenerator(), at)), await Measurement.MedianAsync(1, () => prepare(new IdleGenerator(), at))));
        }
        double Median(Func<(Measurement Models, Measurement Idle), double> of) => Statistics.Median(rounds.Select(of));
        Add(
            table, workload, run, new(Median(round => round.Models.Milliseconds), Median(round => round.Models.Bytes)),
            Median(round => round.Idle.Milliseconds), Median(round => round.Models.Milliseconds - round.Idle.Milliseconds));
    }

    private static Func<Task> Cold(GeneratorWorkload workload, IIncrementalGenerator generator)
    {
        var compilation = workload.Compile();
        return () =>
        {
            GeneratorWorkload.CreateDriver(generator).RunGenerators(compilation);
            return Task.CompletedTask;
        };
    }

    private static Func<Task> Edited(GeneratorWorkload workload, IIncrementalGenerator generator, Func<CSharpCompilation, int, CSharpCompilation> edit, int round)
    {
        var compilation = workload.Compile();
        var driver = GeneratorWorkload.CreateDriver(generator).RunGenerators(compilation);
        var edited = edit(compilation, round);
        return () =>
        {
            driver.RunGenerators(edited);
            return Task.CompletedTask;
        };
    }

    private static Func<Task> Analyzed(GeneratorWorkload workload)
    {
        var analyzers = workload.Compile().WithAnalyzers([new ModelAnalyzer()]);
        return () => analyzers.GetAnalyzerDiagnosticsAsync();
    }

    private static void Add(Table table, GeneratorWorkload workload, string run, Measurement measured, double? idle, double added) => table.AddRow(
        run == "first run" ? workload.Name : "", run, $"{measured.Milliseconds:0.00} ms", idle is { } alone ? $"{alone:0.00} ms" : "",
        $"{added / workload.Models:0.000} ms", $"{measured.Bytes / 1024:N0} KB");
}
