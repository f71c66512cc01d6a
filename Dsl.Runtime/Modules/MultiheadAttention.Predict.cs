using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>Prediction.</content>
public sealed partial class MultiheadAttention
{
    /// <summary>What each query finds in the values, without dropout whatever the mode is, and without autograd.</summary>
    /// <inheritdoc cref="forward"/>
    public Tensor Predict(Tensor query, Tensor key, Tensor value, Tensor? keyPadding = null, Tensor? mask = null, Tensor? bias = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var withoutAutograd = no_grad();
        if (rotary is not null || KeyValueHeads != heads || bias is not null || mask is { dtype: not ScalarType.Bool })
            return Attend(query, key, value, keyPadding, mask, bias, dropout: 0);
        var projected = Project(Inputs(query, key, value));
        using var joined = FusedAttention.Serves(projected[0], projected[^1], dropout: 0)
            ? FindFused(null, projected, keyPadding, mask)
            : FindByProducts(null, projected, keyPadding, mask);
        return output.call(joined);
    }
}
