using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// Rotates pairs of features by angles that grow with the position (Su et al. 2021, "RoFormer"): a product of two rotated vectors depends on
/// their distance alone. Feature i is paired with feature i + e/2, as in GPT-NeoX and Hugging Face's Llama; the paper pairs neighbours. It has
/// no state.
/// </summary>
/// <param name="frequencyBase">The base of the frequencies: the angle of pair i at position t is <c>t·base^(-2i/e)</c>.</param>
public sealed class RotaryEmbedding(double frequencyBase = 10000) : nn.Module<Tensor, Tensor>(nameof(RotaryEmbedding))
{
    private readonly RotationTable table = new(frequencyBase);

    /// <summary>The vectors, rotated.</summary>
    /// <param name="input"><c>[*, T, e]</c>; e is even.</param>
    /// <returns>A new tensor of the same shape; the caller disposes it.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var pairs = input.size(-1) / 2;
        var (sines, cosines) = table.Get(input.size(-2), pairs, input.dtype, input.device);
        var (first, second) = (input.narrow(-1, 0, pairs), input.narrow(-1, pairs, pairs));
        return cat([first * cosines - second * sines, second * cosines + first * sines], -1).MoveToOuterDisposeScope();
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
