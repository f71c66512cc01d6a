namespace NeuralDsl.Benchmarks;

/// <summary>Rows of the table: processes of all contestants, which take steps in turn.</summary>
internal static class StepMeasurement
{
    /// <summary>The contestants. A prediction has no gradients, whoever would compute them.</summary>
    public static IEnumerable<ContestantKind> KindsOf(StepMode mode) =>
        Enum.GetValues<ContestantKind>().Where(kind => mode == StepMode.Train || kind != ContestantKind.Autograd);

    /// <summary>Steps that do not count at the beginning of a round, in which caches fill and an optimizer makes what it remembers.</summary>
    public static int Untimed(double stepSeconds) => stepSeconds < 0.02 ? 5 : stepSeconds < 0.5 ? 2 : 1;

    /// <summary>A row for each mode.</summary>
    public static List<StepRow> Rows(StepSample sample, SampleSize size, StepSpec spec, int threads, StepOptions options)
    {
        var peers = options.Modes.SelectMany(KindsOf).Distinct().Order().Select(kind => new Peer(kind, spec, threads)).ToArray();
        try
        {
            // Predictions come first: what a training leaves would be in their peak.
            return [.. options.Modes.OrderDescending().Select(mode => new StepRow(
                sample, size, threads, mode, peers[0].Version, Measure([.. peers.Where(peer => KindsOf(mode).Contains(peer.Kind))], mode, options)))];
        }
        finally
        {
            foreach (var peer in peers)
                peer.Dispose();
        }
    }

    private static Dictionary<ContestantKind, Entry> Measure(Peer[] peers, StepMode mode, StepOptions options)
    {
        var word = mode.ToString().ToLowerInvariant();
        var warm = peers.Select(peer => peer.Ask(new("warm", word) { Seconds = 2 * options.Seconds }).Seconds).ToArray();
        var steps = warm.Select(seconds => Math.Max(1, (int)(options.Seconds / seconds))).ToArray();
        var answers = peers.Select(_ => new PeerAnswer[options.Rounds]).ToArray();
        for (var round = 0; round < options.Rounds; round++)
        {
            // Each is the first one in turn.
            foreach (var i in Enumerable.Range(0, peers.Length).Select(i => (i + round) % peers.Length))
                answers[i][round] = peers[i].Ask(new("run", word) { Steps = steps[i], Untimed = Untimed(warm[i]) });
        }
        double Seconds(int i, int round) => (options.OfProcessors ? answers[i][round].ProcessorSeconds : answers[i][round].Seconds) / steps[i];
        double Median(Func<int, double> of) => Statistics.Median(Enumerable.Range(0, options.Rounds).Select(of));
        return Enumerable.Range(0, peers.Length).ToDictionary(i => peers[i].Kind, i => new Entry(
            Median(round => Seconds(i, round)),
            Median(round => Seconds(i, round) / Seconds(0, round)),
            peers[i].Resident,
            peers[i].Ask(new("peak")).Peak,
            Median(round => (double)answers[i][round].Managed / steps[i]),
            Median(round => (double)answers[i][round].Faults / steps[i])));
    }
}
