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
        var packed = new Tensor[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            packed[i] = Project(inputs[i], i, Sets(i, inputs.Length));
        var (q, k, v) = Unpack(packed);
        q.mul_(Factor(q));
        using var weights = Kernels.Softmax_(Scores(q, k, query.size(0), keyPadding, mask));
        using var found = weights.bmm(v);
        Release(q, k, v);
        foreach (var part in packed)
            part.Dispose();
        using var joined = Join(found, query.size(0));
        return output.call(joined);
    }
}
