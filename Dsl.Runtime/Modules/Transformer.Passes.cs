using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>The passes of a training step without autograd.</content>
public sealed partial class Transformer
{
    /// <summary>The forward pass of a training step, without autograd: what <see cref="Backward"/> needs goes on the tape.</summary>
    /// <param name="tape">Where <see cref="Backward"/> finds what it needs.</param>
    /// <param name="source"><c>[N, S, d]</c>.</param>
    /// <param name="target"><c>[N, T, d]</c>.</param>
    /// <param name="sourceKeyPadding">Bool <c>[N, S]</c>: true where the source is padding, for the encoder; null for none.</param>
    /// <param name="sourceMask">A mask of truth values of the source; null for none.</param>
    /// <param name="targetKeyPadding">Bool <c>[N, T]</c>: true where the target is padding; null for none.</param>
    /// <param name="targetMask">A mask of truth values of the target; null for none.</param>
    /// <param name="memoryKeyPadding">Bool <c>[N, S]</c>: true where the source is padding, for the decoder; null for none.</param>
    /// <param name="memoryMask">A mask of truth values of what the decoder sees of the encoder; null for none.</param>
    /// <returns><c>[N, T, d]</c>; the caller disposes it.</returns>
    public Tensor Forward(
        Tape tape, Tensor source, Tensor target, Tensor? sourceKeyPadding = null, Tensor? sourceMask = null, Tensor? targetKeyPadding = null, Tensor? targetMask = null,
        Tensor? memoryKeyPadding = null, Tensor? memoryMask = null)
    {
        using var memory = encoder.Forward(tape, source, sourceKeyPadding, sourceMask);
        return decoder.Forward(tape, target, memory, targetKeyPadding, targetMask, memoryKeyPadding, memoryMask);
    }

    /// <summary>The backward pass of what <see cref="Forward"/> left on the tape: adds to the gradient of every parameter.</summary>
    /// <param name="tape">What <see cref="Forward"/> left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of what it made, <c>[N, T, d]</c>, which the caller disposes.</param>
    /// <returns>The gradients of the source and of the target; the caller disposes them.</returns>
    public (Tensor Source, Tensor Target) Backward(Tape tape, Tensor dy)
    {
        var (dTarget, dMemory) = decoder.Backward(tape, dy);
        using (dMemory)
            return (encoder.Backward(tape, dMemory), dTarget);
    }

    /// <summary>Whether anything in it is to be trained.</summary>
    public bool IsTrained => ParameterSelection.AnyTrained(this);
}
