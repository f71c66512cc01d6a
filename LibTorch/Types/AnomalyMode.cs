using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Makes backward say which function failed or made a NaN, in the whole process, until it is disposed.</summary>
public class AnomalyMode : IDisposable
{
    private readonly (bool enabled, bool check_nan) previous = (IsEnabled, ShouldCheckNaN);
    private bool left;

    public AnomalyMode(bool enabled, bool check_nan = true) => Set(enabled, check_nan);

    public static bool IsEnabled => (NativeMethods.td_anomaly_mode() & 1) != 0;

    public static bool ShouldCheckNaN => (NativeMethods.td_anomaly_mode() & 2) != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || left)
            return;
        left = true;
        Set(previous.enabled, previous.check_nan);
    }

    private static void Set(bool enabled, bool check_nan) =>
        NativeError.Check(NativeMethods.td_set_anomaly_mode(enabled ? 1 : 0, check_nan ? 1 : 0), nameof(AnomalyMode));
}
