using NeuralDsl.Benchmarks;
using Spectre.Console;
using TorchSharp;

// Step time of every sample against the same model in PyTorch eager mode: both in one run, in turn, so that the machine's moods
// touch both alike; medians of the rounds, and the median of the ratios of each round.
const int Rounds = 9;
const double RoundSeconds = 0.3;

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
            Microseconds(Median(rounds.Select(round => round.PyTorch)) / steps),
            Microseconds(Median(rounds.Select(round => round.Own)) / steps),
            $"{Median(rounds.Select(round => round.Own / round.PyTorch)):0.00}",
            $"{contestant.AllocatedPerStep(100):N0}");
    }
}
AnsiConsole.Write(table);

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToArray();
    return sorted[sorted.Length / 2];
}

static string Microseconds(double seconds) => $"{seconds * 1e6:0} µs";
