using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace NeuralDsl.Benchmarks;

/// <summary>
/// Steps of every sample in PyTorch eager mode, by hand over TorchSharp, and generated: all in one run, in turn, so that the machine's moods touch all alike;
/// medians of the rounds, and the medians of the ratios of each round. Before, all must have computed the same.
/// </summary>
internal static class StepBenchmark
{
    public static int Run(StepOptions options)
    {
        using var folder = new WorkFolder();
        var (rows, faults, table, watch) = (new List<StepRow>(), new List<string>(), new StepTable(options), Stopwatch.StartNew());
        foreach (var (sample, size) in options.Samples.SelectMany(sample => sample.Sizes.Select(size => (sample, size))).Where(pair => options.Sizes.Contains(pair.size.Name)))
        {
            var spec = sample.Prepare(size, folder.Path);
            var name = $"{sample.Name}, {size.Name}";
            try
            {
                if (Disagreement(spec) is { } difference)
                    throw new PeerException($"{difference}.");
                foreach (var row in options.Threads.SelectMany(threads => StepMeasurement.Rows(sample, size, spec, threads, options)))
                {
                    rows.Add(row);
                    table.Version = row.Version;
                    var what = $"{(int)watch.Elapsed.TotalMinutes}:{watch.Elapsed:ss} {name}, {row.Threads} thread(s), {StepTable.Name(row.Mode)}";
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {row.Generated.Ratio:0.00} of {StepTable.Time(row.PyTorch.Seconds)}"));
                }
            }
            catch (PeerException fault)
            {
                faults.Add($"{name}: {fault.Message}");
                Console.Error.WriteLine(faults[^1]);
            }
            // A run takes long: what it has is not lost where it is ended.
            table.WritePage(rows);
        }
        table.Write(rows);
        foreach (var fault in faults)
            AnsiConsole.MarkupLineInterpolated($"[red]Not measured: {fault}[/]");
        return faults.Count == 0 ? 0 : 1;
    }

    /// <summary>How the contestants differ; null where they agree.</summary>
    private static string? Disagreement(StepSpec spec)
    {
        var peers = Enum.GetValues<ContestantKind>().Select(kind => new Peer(kind, spec, threads: 1)).ToArray();
        try
        {
            var answers = peers.Select(peer => peer.Ask(new("check") { Steps = Agreement.Steps })).ToArray();
            return answers.Zip(peers, (answer, peer) => Agreement.Difference(peer.Kind, answers[0], answer)).FirstOrDefault(difference => difference is not null);
        }
        finally
        {
            foreach (var peer in peers)
                peer.Dispose();
        }
    }
}
