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
        var sizes = options.Samples.SelectMany(sample => sample.Sizes.Where(size => options.Sizes.Contains(size.Name)).Select(size => (Sample: sample, Size: size))).ToArray();
        foreach (var (sample, size) in sizes)
        {
            var spec = sample.Prepare(size, folder.Path);
            var name = $"{sample.Name}, {size.Name}";
            if (Disagreement(spec, options.Threads.Max()) is { } fault)
            {
                faults.Add($"{name}: {fault}.");
                Console.Error.WriteLine(faults[^1]);
                continue;
            }
            foreach (var threads in options.Threads)
            {
                foreach (var row in Measure(sample, size, spec, threads, options, table))
                {
                    rows.Add(row);
                    Console.Error.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"{watch.Elapsed:mm\\:ss} {name}, {threads} thread(s), {row.Mode}: {row.Generated.Ratio:0.00} of {StepTable.Time(row.PyTorch.Seconds)}"));
                }
            }
        }
        table.Write(rows);
        foreach (var fault in faults)
            AnsiConsole.MarkupLineInterpolated($"[red]They do not compute the same: {fault}[/]");
        return faults.Count == 0 ? 0 : 1;
    }

    /// <summary>How the contestants differ; null where they agree.</summary>
    private static string? Disagreement(StepSpec spec, int threads)
    {
        var peers = Enum.GetValues<ContestantKind>().Select(kind => new Peer(kind, spec, threads)).ToArray();
        try
        {
            var answers = peers.Select(peer => peer.Ask(new("check") { Steps = Agreement.Steps })).ToArray();
            return answers.Zip(peers).Skip(1).Select(pair => Agreement.Difference(pair.Second.Kind, answers[0], pair.First)).FirstOrDefault(difference => difference is not null);
        }
        finally
        {
            foreach (var peer in peers)
                peer.Dispose();
        }
    }

    private static List<StepRow> Measure(StepSample sample, SampleSize size, StepSpec spec, int threads, StepOptions options, StepTable table)
    {
        var peers = Enum.GetValues<ContestantKind>().Where(kind => kind != ContestantKind.Autograd || options.Modes.Contains(StepMode.Train))
            .Select(kind => new Peer(kind, spec, threads)).ToArray();
        try
        {
            table.Version = peers[0].Version;
            // Predictions come first: what a training leaves would be in their peak.
            return [.. options.Modes.Order().Reverse().Select(mode => new StepRow(sample, size, threads, mode, Measure(peers, mode, options)))];
        }
        finally
        {
            foreach (var peer in peers)
                peer.Dispose();
        }
    }

    private static Dictionary<ContestantKind, Entry> Measure(Peer[] all, StepMode mode, StepOptions options)
    {
        // A prediction has no gradients, whoever would compute them.
        var peers = all.Where(peer => mode == StepMode.Train || peer.Kind != ContestantKind.Autograd).ToArray();
        var word = mode.ToString().ToLowerInvariant();
        var warm = peers.Select(peer => peer.Ask(new("warm", word) { Seconds = 2.5 * options.Seconds }).Seconds).ToArray();
        var steps = warm.Select(seconds => Math.Max(1, (int)(options.Seconds / seconds))).ToArray();
        var answers = peers.Select(_ => new PeerAnswer[options.Rounds]).ToArray();
        for (var round = 0; round < options.Rounds; round++)
        {
            // Each is the first one in turn.
            foreach (var i in Enumerable.Range(0, peers.Length).Select(i => (i + round) % peers.Length))
                answers[i][round] = peers[i].Ask(new("run", word) { Steps = steps[i], Untimed = warm[i] < 0.02 ? 5 : warm[i] < 0.5 ? 2 : 1 });
        }
        return Enumerable.Range(0, peers.Length).ToDictionary(i => peers[i].Kind, i => new Entry(
            Statistics.Median(answers[i].Select(answer => answer.Seconds / steps[i])),
            Statistics.Median(answers[i].Zip(answers[0]).Select(pair => pair.First.Seconds / steps[i] / (pair.Second.Seconds / steps[0]))),
            peers[i].Resident,
            peers[i].Ask(new("peak")).Peak,
            Statistics.Median(answers[i].Select(answer => (double)answer.Managed / steps[i])),
            Statistics.Median(answers[i].Select(answer => (double)answer.Faults / steps[i]))));
    }
}
