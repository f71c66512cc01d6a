using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step without autograd.</content>
public sealed partial class TransformerEncoder
{
    /// <summary>The forward pass of a training step, without autograd: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="source"><c>[N, T, d]</c>.</param>
    /// <param name="keyPadding">Bool <c>[N, T]</c>: true where a position is padding; null for none.</param>
    /// <param name="mask">A mask of truth values as of <see cref="MultiheadAttention"/>; null for none.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public Tensor Forward(Tape tape, Tensor source, Tensor? keyPadding = null, Tensor? mask = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        using var withoutAutograd = no_grad();
        var x = layers[0].Forward(tape, source, keyPadding, mask);
        for (var i = 1; i < layers.Count; i++)
        {
            using var taken = x;
            x = layers[i].Forward(tape, taken, keyPadding, mask);
        }
        if (norm is null)
            return x;
        using (x)
            return Residual.Normalize(tape, x, norm);
    }

    /// <summary>The backward pass of what <see cref="Forward"/> left on the tape: adds to the gradient of every parameter.</summary>
    /// <param name="tape">What <see cref="Forward"/> left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of what it made, <c>[N, T, d]</c>, which the caller disposes.</param>
    /// <returns>The gradient of the source; the caller disposes it.</returns>
    public Tensor Backward(Tape tape, Tensor dy)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(dy);
        using var withoutAutograd = no_grad();
        var dx = norm is null ? dy.alias() : Residual.NormalizeBack(tape, dy, norm);
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            using var taken = dx;
            dx = layers[i].Backward(tape, taken);
        }
        return dx;
    }

    /// <summary>Whether anything in it is to be trained.</summary>
    public bool IsTrained => ParameterSelection.AnyTrained(this);
}
