using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step without autograd.</content>
public sealed partial class TransformerDecoder
{
    /// <summary>The forward pass of a training step, without autograd: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="target"><c>[N, T, d]</c>.</param>
    /// <param name="memory"><c>[N, S, d]</c>.</param>
    /// <param name="keyPadding">Bool <c>[N, T]</c>: true where a position is padding; null for none.</param>
    /// <param name="mask">A mask of truth values as of <see cref="MultiheadAttention"/>, of the sequence; null for none.</param>
    /// <param name="memoryKeyPadding">Bool <c>[N, S]</c>: true where a position of the memory is padding; null for none.</param>
    /// <param name="memoryMask">A mask of truth values of the memory; null for none.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public Tensor Forward(
        Tape tape, Tensor target, Tensor memory, Tensor? keyPadding = null, Tensor? mask = null, Tensor? memoryKeyPadding = null, Tensor? memoryMask = null)
    {
        ArgumentNullException.ThrowIfNull(tape);
        using var withoutAutograd = no_grad();
        var x = layers[0].Forward(tape, target, memory, keyPadding, mask, memoryKeyPadding, memoryMask);
        for (var i = 1; i < layers.Count; i++)
        {
            using var taken = x;
            x = layers[i].Forward(tape, taken, memory, keyPadding, mask, memoryKeyPadding, memoryMask);
        }
        if (norm is null)
            return x;
        using (x)
            return Residual.Normalize(tape, x, norm);
    }

    /// <summary>The backward pass of what <see cref="Forward"/> left on the tape: adds to the gradient of every parameter.</summary>
    /// <param name="tape">What <see cref="Forward"/> left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of what it made, <c>[N, T, d]</c>, which the caller disposes.</param>
    /// <returns>The gradients of the target and of the memory; the caller disposes them.</returns>
    public (Tensor Target, Tensor Memory) Backward(Tape tape, Tensor dy)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(dy);
        using var withoutAutograd = no_grad();
        var dx = norm is null ? dy.alias() : Residual.NormalizeBack(tape, dy, norm);
        Tensor? dMemory = null;
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            using var taken = dx;
            (dx, var dOfLayer) = layers[i].Backward(tape, taken);
            if (dMemory is null)
            {
                dMemory = dOfLayer;
                continue;
            }
            using (dOfLayer)
                dMemory.add_(dOfLayer);
        }
        return (dx, dMemory!);
    }

    /// <summary>Whether anything in it is to be trained.</summary>
    public bool IsTrained => ParameterSelection.AnyTrained(this);
}
