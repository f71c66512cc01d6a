using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>Prediction.</content>
public sealed partial class Transformer
{
    /// <summary>The same without dropout whatever the mode is, and without autograd.</summary>
    /// <inheritdoc cref="call(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)"/>
    public Tensor Predict(
        Tensor source, Tensor target, Tensor? sourceKeyPadding = null, Tensor? sourceMask = null, Tensor? targetKeyPadding = null, Tensor? targetMask = null,
        Tensor? memoryKeyPadding = null, Tensor? memoryMask = null)
    {
        using var memory = encoder.Predict(source, sourceKeyPadding, sourceMask);
        return decoder.Predict(target, memory, targetKeyPadding, targetMask, memoryKeyPadding, memoryMask);
    }
}
