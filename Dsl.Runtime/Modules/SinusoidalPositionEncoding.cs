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

    /// <summary>The sequence and the waves, added.</summary>
    /// <param name="input"><c>[N, T, d]</c>; d is even.</param>
    /// <returns>A new tensor of the same shape; the caller disposes it.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (sines, cosines) = table.Get(input.size(-2), input.size(-1) / 2, input.dtype, input.device);
        return (input + stack([sines, cosines], -1).flatten(-2)).MoveToOuterDisposeScope();
    }

    /// <summary>Nothing: it has no weights.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            table.Dispose();
        base.Dispose(disposing);
    }
}
