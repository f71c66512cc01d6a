using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>Prediction.</content>
public sealed partial class TransformerEncoderLayer
{
    /// <summary>The same without dropout whatever the mode is, and without autograd.</summary>
    /// <inheritdoc cref="forward"/>
    public Tensor Predict(Tensor source, Tensor? keyPadding = null, Tensor? mask = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var withoutAutograd = no_grad();
        using var taken = Residual.Begin(source, norm1, options);
        using var x = Residual.End(source, self_attn.Predict(taken, taken, taken, keyPadding, mask), norm1, options);
        using var inner = Residual.Begin(x, norm2, options);
        return Residual.End(x, Residual.FeedForward(inner, linear1, linear2, options), norm2, options);
    }
}
