namespace NeuralDsl.Benchmarks;

/// <summary>Rows of the table: processes of all contestants, which take steps in turn.</summary>
internal static class StepMeasurement
{
    /// <summary>The contestants. A prediction has no gradients, whoever would compute them.</summary>
    public static IEnumerable<ContestantKind> KindsOf(StepMode mode) =>
        Enum.GetValues<ContestantKind>().Where(kind => mode == StepMode.Train || kind != ContestantKind.Autograd);

    /// <summary>Seconds in which a contestant runs in at least: .NET compiles meanwhile what runs often once more, on a processor that a second thread would have.</summary>
    private const double LeastWarmUp = 0.7;

    /// <summary>Steps that do not count at the beginning of a round, in which caches fill and an optimizer makes what it remembers.</summary>
    public static int Untimed(double stepSeconds) => stepSeconds < 0.02 ? 5 : stepSeconds < 0.5 ? 2 : 1;

    /// <summary>A row for each mode.</summary>
    public static IEnumerable<StepRow> Rows(StepSample sample, SampleSize size, StepSpec spec, int threads, StepOptions options)
    {
        // Predictions come first: what a training leaves would be in their peak.
        StepMode[] modes = [.. options.Modes.OrderDescending()];
        var (rounds, version) = (modes.ToDictionary(mode => mode, _ => new List<Dictionary<ContestantKind, Entry>>()), "");
        // Whether freed memory stays in a process or is asked for anew at each step is decided by what happens to lie at its end, once for all of its rounds.
        for (var generation = 0; generation < options.Processes; generation++)
        {
            var peers = modes.SelectMany(KindsOf).Distinct().Order().Select(kind => new Peer(kind, spec, threads)).ToArray();
            try
            {
                foreach (var mode in modes)
                    rounds[mode].AddRange(Measure([.. peers.Where(peer => KindsOf(mode).Contains(peer.Kind))], mode, options));
                version = peers[0].Version;
            }
            finally
            {
                foreach (var peer in peers)
                    peer.Dispose();
            }
        }
        return modes.Select(mode => new StepRow(sample, size, threads, mode, version, KindsOf(mode).ToDictionary(kind => kind, kind => Entry.Median(rounds[mode], kind))));
    }

    /// <summary>What was measured in each round.</summary>
    private static Dictionary<ContestantKind, Entry>[] Measure(Peer[] peers, StepMode mode, StepOptions options)
    {
        var word = mode.ToString().ToLowerInvariant();
        var warm = peers.Select(peer => peer.Ask(new("warm", word) { Seconds = Math.Max(LeastWarmUp, 1.5 * options.Seconds) }).Seconds).ToArray();
        var steps = warm.Select(seconds => Math.Max(1, (int)(options.Seconds / seconds))).ToArray();
        var answers = new PeerAnswer[options.Rounds, peers.Length];
        for (var round = 0; round < options.Rounds; round++)
        {
            // Each is the first one in turn.
            foreach (var i in Enumerable.Range(0, peers.Length).Select(i => (i + round) % peers.Length))
                answers[round, i] = peers[i].Ask(new("run", word) { Steps = steps[i], Untimed = Untimed(warm[i]) });
        }
        var peaks = peers.Select(peer => peer.Ask(new("peak")).Peak).ToArray();
        return [.. Enumerable.Range(0, options.Rounds).Select(round => Enumerable.Range(0, peers.Length).ToDictionary(i => peers[i].Kind, i => new Entry(
            Seconds(round, i), Seconds(round, i) / Seconds(round, 0), peers[i].Resident, peaks[i], (double)answers[round, i].Managed / steps[i], (double)answers[round, i].Faults / steps[i])))];

        double Seconds(int round, int i) => (options.OfProcessors ? answers[round, i].ProcessorSeconds : answers[round, i].Seconds) / steps[i];
    }
}
