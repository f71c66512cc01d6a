using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>Prediction.</content>
public sealed partial class TransformerEncoder
{
    /// <summary>The same without dropout whatever the mode is, and without autograd.</summary>
    /// <inheritdoc cref="forward"/>
    public Tensor Predict(Tensor source, Tensor? keyPadding = null, Tensor? mask = null)
    {
        using var withoutAutograd = no_grad();
        var x = layers[0].Predict(source, keyPadding, mask);
        for (var i = 1; i < layers.Count; i++)
        {
            using var taken = x;
            x = layers[i].Predict(taken, keyPadding, mask);
        }
        if (norm is null)
            return x;
        using (x)
            return norm.call(x);
    }
}
