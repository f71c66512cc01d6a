using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>Prediction.</content>
public sealed partial class TransformerDecoderLayer
{
    /// <summary>The same without dropout whatever the mode is, and without autograd.</summary>
    /// <inheritdoc cref="forward"/>
    public Tensor Predict(
        Tensor target, Tensor memory, Tensor? keyPadding = null, Tensor? mask = null, Tensor? memoryKeyPadding = null, Tensor? memoryMask = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var withoutAutograd = no_grad();
        using var taken = Residual.Begin(target, norm1, options);
        using var x = Residual.End(target, self_attn.Predict(taken, taken, taken, keyPadding, mask), norm1, options);
        using var asked = Residual.Begin(x, norm2, options);
        using var y = Residual.End(x, multihead_attn.Predict(asked, memory, memory, memoryKeyPadding, memoryMask), norm2, options);
        using var inner = Residual.Begin(y, norm3, options);
        return Residual.End(y, Residual.FeedForward(inner, linear1, linear2, options), norm3, options);
    }
}
