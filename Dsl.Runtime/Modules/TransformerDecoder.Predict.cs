using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>Prediction.</content>
public sealed partial class TransformerDecoder
{
    /// <summary>The same without dropout whatever the mode is, and without autograd.</summary>
    /// <inheritdoc cref="forward"/>
    public Tensor Predict(
        Tensor target, Tensor memory, Tensor? keyPadding = null, Tensor? mask = null, Tensor? memoryKeyPadding = null, Tensor? memoryMask = null)
    {
        using var withoutAutograd = no_grad();
        var x = layers[0].Predict(target, memory, keyPadding, mask, memoryKeyPadding, memoryMask);
        for (var i = 1; i < layers.Count; i++)
        {
            using var taken = x;
            x = layers[i].Predict(taken, memory, keyPadding, mask, memoryKeyPadding, memoryMask);
        }
        if (norm is null)
            return x;
        using (x)
            return norm.call(x);
    }
}
