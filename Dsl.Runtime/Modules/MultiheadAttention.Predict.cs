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
        var inputs = Inputs(query, key, value);
        var projected = new Tensor[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            projected[i] = Project(inputs[i], i, Sets(i, inputs.Length));
        using var joined = FusedAttention.Serves(projected[0], projected[^1], dropout: 0)
            ? FindFused(null, projected, keyPadding, mask)
            : FindByProducts(projected, keyPadding, mask);
        return output.call(joined);
    }

    private Tensor FindByProducts(Tensor[] projected, Tensor? keyPadding, Tensor? mask)
    {
        var batch = projected[0].size(0);
        var packed = Split(projected);
        var (q, k, v) = Unpack(packed);
        q.mul_(Factor(q));
        using var weights = Kernels.Softmax_(Scores(q, k, batch, keyPadding, mask));
        using var found = weights.bmm(v);
        Release(q, k, v);
        foreach (var part in packed)
            part.Dispose();
        return Join(found, batch);
    }
}
