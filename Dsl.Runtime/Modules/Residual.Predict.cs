using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <content>Prediction: without dropout, and in the memory that is there.</content>
internal static partial class Residual
{
    /// <summary>What the part takes, which the caller disposes.</summary>
    public static Tensor Begin(Tensor x, LayerNorm norm, TransformerOptions options) => options.NormFirst ? norm.call(x) : x.alias();

    /// <summary>The sum of what went in and of what the part made, whose memory it takes.</summary>
    public static Tensor End(Tensor x, Tensor made, LayerNorm norm, TransformerOptions options)
    {
        var sum = made.add_(x);
        if (options.NormFirst)
            return sum;
        using (sum)
            return norm.call(sum);
    }

    /// <summary>Two linear layers with a function between them.</summary>
    public static Tensor FeedForward(Tensor taken, Linear first, Linear second, TransformerOptions options)
    {
        using var inner = first.call(taken);
        if (options.Activation != Activation.GELU)
            return second.call(inner.relu_());
        using var active = nn.functional.gelu(inner);
        return second.call(active);
    }
}
