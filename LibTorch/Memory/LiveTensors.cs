using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Counts of the tensor handles that the native side has given out and not got back.</summary>
internal static class LiveTensors
{
    private static long peak;

    public static long Count => NativeMethods.td_live_handles();

    // Kept when it is asked for: watching every tensor for it would cost more than the figure is worth.
    public static long Peak()
    {
        var now = Count;
        if (now > Interlocked.Read(ref peak))
            Interlocked.Exchange(ref peak, now);
        return Interlocked.Read(ref peak);
    }
}
