using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step without autograd.</content>
public sealed partial class TransformerEncoderLayer
{
    /// <summary>The forward pass of a training step, without autograd: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="source"><c>[N, T, d]</c>.</param>
    /// <param name="keyPadding">Bool <c>[N, T]</c>: true where a position is padding; null for none.</param>
    /// <param name="mask">A mask of truth values as of <see cref="MultiheadAttention"/>; null for none.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public Tensor Forward(Tape tape, Tensor source, Tensor? keyPadding = null, Tensor? mask = null)
    {
        using var withoutAutograd = no_grad();
        using var taken = Residual.Begin(tape, source, norm1, options);
        using var x = Residual.End(tape, source, self_attn.Forward(tape, taken, taken, taken, keyPadding, mask), norm1, options, training);
        var inner = Residual.Begin(tape, x, norm2, options);
        return Residual.End(tape, x, Residual.FeedForward(tape, inner, linear1, linear2, options, training), norm2, options, training);
    }

    /// <summary>The backward pass of what <see cref="Forward"/> left on the tape: adds to the gradient of every parameter.</summary>
    /// <param name="tape">What <see cref="Forward"/> left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of what it made, <c>[N, T, d]</c>, which the caller disposes.</param>
    /// <returns>The gradient of the source; the caller disposes it.</returns>
    public Tensor Backward(Tape tape, Tensor dy)
    {
        using var withoutAutograd = no_grad();
        var (dSum, dMade) = Residual.BackwardEnd(tape, dy, norm2, options);
        using (dMade)
            dSum = Residual.BackwardBegin(tape, dSum, Residual.FeedBack(tape, dMade, linear1, linear2, options), norm2, options);
        using var dx = dSum;
        (dSum, dMade) = Residual.BackwardEnd(tape, dx, norm1, options);
        using (dMade)
            return Residual.BackwardBegin(tape, dSum, self_attn.Backward(tape, dMade), norm1, options);
    }

    /// <summary>Whether anything in it is to be trained.</summary>
    public bool IsTrained => ParameterSelection.AnyTrained(this);
}
