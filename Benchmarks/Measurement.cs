using System.Diagnostics;

namespace NeuralDsl.Benchmarks;

/// <summary>What one call took.</summary>
/// <param name="Milliseconds">Wall-clock time.</param>
/// <param name="Bytes">Managed bytes that all threads allocated meanwhile.</param>
internal readonly record struct Measurement(double Milliseconds, double Bytes)
{
    /// <summary>The medians of rounds, each of which prepares what it measures.</summary>
    public static async Task<Measurement> MedianAsync(int rounds, Func<Func<Task>> prepare)
    {
        var measured = new List<Measurement>();
        for (var round = 0; round < rounds; round++)
        {
            var run = prepare();
            // What the preparation left must not be collected on the measured call's time.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            await run();
            watch.Stop();
            measured.Add(new(watch.Elapsed.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes));
        }
        return new(Statistics.Median(measured.Select(each => each.Milliseconds)), Statistics.Median(measured.Select(each => each.Bytes)));
    }
}
