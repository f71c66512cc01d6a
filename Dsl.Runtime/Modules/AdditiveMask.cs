using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>What hides keys from queries as numbers that are added to the scores: 0, or negative infinity. That of later steps is kept, since it is the same in every batch.</summary>
internal sealed class AdditiveMask : IDisposable
{
    private readonly object making = new();
    private Tensor? later;

    /// <summary>What hides every later step, <c>[T, T]</c>: a handle of its own, which the caller disposes, since another pass may replace what is kept.</summary>
    public Tensor Causal(long length, ScalarType dtype, Device device)
    {
        lock (making)
        {
            if (later is null || later.size(0) != length || later.dtype != dtype || later.device_type != device.type)
            {
                later?.Dispose();
                using var _ = no_grad();
                using var all = full([length, length], double.NegativeInfinity, dtype, device);
                later = all.triu(1).DetachFromDisposeScope();
            }
            return later.alias();
        }
    }

    /// <summary>What hides where a truth value is true.</summary>
    /// <param name="hidden">The truth values, of any shape.</param>
    /// <param name="dtype">The dtype of the scores.</param>
    /// <returns>A tensor of that shape, which the caller disposes.</returns>
    public static Tensor Of(Tensor hidden, ScalarType dtype) => zeros(hidden.shape, dtype, hidden.device).masked_fill_(hidden, double.NegativeInfinity);

    public void Dispose() => later?.Dispose();
}
