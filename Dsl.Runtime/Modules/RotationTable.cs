using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// Sines and cosines of the angles <c>t·base^(-2i/d)</c> of the pairs i at the positions t, kept for the longest sequence so far. It is no
/// buffer: it is made again where it is needed.
/// </summary>
internal sealed class RotationTable(double frequencyBase) : IDisposable
{
    private readonly object making = new();
    private Tensor? sines;
    private Tensor? cosines;

    /// <summary>The sines and the cosines of the first positions, <c>[length, pairs]</c> each; the caller disposes them.</summary>
    public (Tensor Sines, Tensor Cosines) Get(long length, long pairs, ScalarType dtype, Device device)
    {
        lock (making)
        {
            if (sines is null || cosines is null || sines.size(0) < length || sines.size(1) != pairs || sines.dtype != dtype || sines.device.ToString() != device.ToString())
                Make(length, pairs, dtype, device);
            return (sines!.narrow(0, 0, length), cosines!.narrow(0, 0, length));
        }
    }

    public void Dispose()
    {
        sines?.Dispose();
        cosines?.Dispose();
    }

    private void Make(long length, long pairs, ScalarType dtype, Device device)
    {
        Dispose();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        // In double precision, since the angles of late positions are large.
        var frequencies = exp(arange(pairs, dtype: ScalarType.Float64, device: device) * (-Math.Log(frequencyBase) / pairs));
        var angles = arange(length, dtype: ScalarType.Float64, device: device).unsqueeze(1) * frequencies;
        // Outlives every scope of the caller's.
        sines = angles.sin().to_type(dtype).DetachFromDisposeScope();
        cosines = angles.cos().to_type(dtype).DetachFromDisposeScope();
    }
}
