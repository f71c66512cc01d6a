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
    public override Tensor forward(Tensor input) => Turn(input, isBackward: false);

    /// <summary>The gradient of what was rotated: that of the vectors, rotated back.</summary>
    /// <param name="dy">The gradient of the rotated vectors, <c>[*, T, e]</c>.</param>
    /// <returns>A new tensor of the same shape; the caller disposes it.</returns>
    public Tensor Backward(Tensor dy)
    {
        using var withoutAutograd = no_grad();
        return Turn(dy, isBackward: true);
    }

    private Tensor Turn(Tensor x, bool isBackward)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var scope = NewDisposeScope();
        var pairs = x.size(-1) / 2;
        var (sines, cosines) = table.Get(x.size(-2), pairs, x.dtype, x.device);
        if (isBackward)
            sines = sines.neg();
        var (first, second) = (x.narrow(-1, 0, pairs), x.narrow(-1, pairs, pairs));
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
