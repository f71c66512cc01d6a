using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>What the parts of transformer layers have in common.</summary>
internal static partial class Residual
{
    /// <summary>The sum of what a part takes and what it makes, normalized before or after.</summary>
    public static Tensor Add(Tensor x, LayerNorm norm, TransformerOptions options, bool training, Func<Tensor, Tensor> part)
    {
        Tensor Dropped(Tensor made) => nn.functional.dropout(made, options.Dropout, training);
        return options.NormFirst ? x + Dropped(part(norm.call(x))) : norm.call(x + Dropped(part(x)));
    }

    /// <summary>Two linear layers with a function between them.</summary>
    public static Tensor FeedForward(Tensor x, Linear first, Linear second, TransformerOptions options, bool training)
    {
        var inner = first.call(x);
        var active = options.Activation == Activation.GELU ? nn.functional.gelu(inner) : nn.functional.relu(inner);
        return second.call(nn.functional.dropout(active, options.Dropout, training));
    }
}
