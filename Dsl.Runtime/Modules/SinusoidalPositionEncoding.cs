using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// Adds fixed waves to a sequence, so that each position differs (Vaswani et al. 2017, "Attention Is All You Need", section 3.5): the sine of
/// <c>t·base^(-2i/d)</c> on axis 2i, and its cosine on axis 2i + 1. It has no state.
/// </summary>
/// <param name="frequencyBase">The base of the wave lengths, which go from 2π to 2π·base.</param>
public sealed class SinusoidalPositionEncoding(double frequencyBase = 10000) : nn.Module<Tensor, Tensor>(nameof(SinusoidalPositionEncoding))
{
    private readonly RotationTable table = new(frequencyBase);
    private readonly object making = new();

    /// <summary>The waves of the longest sequence so far.</summary>
    private Tensor? waves;

    /// <summary>The sequence and the waves, added.</summary>
    /// <param name="input"><c>[N, T, d]</c>; d is even.</param>
    /// <returns>A new tensor of the same shape; the caller disposes it.</returns>
    public override Tensor forward(Tensor input)
    {
        using var waves = Waves(input);
        return input + waves;
    }

    /// <summary>The waves of a sequence, which the caller disposes.</summary>
    private Tensor Waves(Tensor input)
    {
        var (length, dims) = (input.size(-2), input.size(-1));
        lock (making)
        {
            if (waves is null || waves.size(0) < length || waves.size(1) != dims || waves.dtype != input.dtype || waves.device.ToString() != input.device.ToString())
            {
                waves?.Dispose();
                using var withoutAutograd = no_grad();
                using var scope = NewDisposeScope();
                var (sines, cosines) = table.Get(length, dims / 2, input.dtype, input.device);
                // Outlives every scope of the caller's.
                waves = stack([sines, cosines], -1).flatten(-2).DetachFromDisposeScope();
            }
            return waves.narrow(0, 0, length);
        }
    }

    /// <summary>Nothing: it has no weights.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            table.Dispose();
            waves?.Dispose();
        }
        base.Dispose(disposing);
    }
}
