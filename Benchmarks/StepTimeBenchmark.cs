using Spectre.Console;
using TorchSharp;

namespace NeuralDsl.Benchmarks;

/// <summary>
/// Step time of every sample against the same model in PyTorch eager mode: both in one run, in turn, so that the machine's moods
/// touch both alike; medians of the rounds, and the median of the ratios of each round.
/// </summary>
internal static class StepTimeBenchmark
{
    private const int Rounds = 9;
    private const double RoundSeconds = 0.3;

    public static void Run()
    {
        var table = new Table().Title("Training step, batch of 32").AddColumns("model", "threads", "PyTorch", "NeuralDsl", "ratio", "managed bytes");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();

        foreach (var threads in new[] { 1, 2 })
        {
            torch.set_num_threads(threads);
            using var peer = new PyTorchPeer(threads);
            table.Caption = new TableTitle($"PyTorch {peer.Version}, {Environment.ProcessorCount} cores, medians of {Rounds} rounds");
            foreach (var contestant in Contestant.CreateAll())
            {
                // The first steps compile, fill caches and tell how many steps a round has.
                contestant.Run(200);
                var steps = Math.Max(10, (int)(RoundSeconds * 200 / peer.Run(contestant.Name, 200)));
                var rounds = Enumerable.Range(0, Rounds).Select(_ => (PyTorch: peer.Run(contestant.Name, steps), Own: contestant.Run(steps))).ToArray();
                table.AddRow(
                    contestant.Name,
                    $"{threads}",
                    Microseconds(Statistics.Median(rounds.Select(round => round.PyTorch)) / steps),
                    Microseconds(Statistics.Median(rounds.Select(round => round.Own)) / steps),
                    $"{Statistics.Median(rounds.Select(round => round.Own / round.PyTorch)):0.00}",
                    $"{contestant.AllocatedPerStep(100):N0}");
            }
        }
        AnsiConsole.Write(table);
    }

    private static string Microseconds(double seconds) => $"{seconds * 1e6:0} µs";
}
