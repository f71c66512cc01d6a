using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// A layer whose weight is <c>weight_g·weight_v / |weight_v|</c>, with one length for each index of the first axis, as
/// <c>torch.nn.utils.weight_norm</c> makes it (Salimans and Kingma, 2016).
/// </summary>
public sealed partial class WeightNorm : NormalizedLayer
{
    /// <param name="layer">A linear layer or a convolution, whose weight the layer begins with. It is disposed.</param>
    /// <exception cref="ArgumentException">The layer is no linear layer and no convolution.</exception>
    public WeightNorm(nn.Module<Tensor, Tensor> layer) : base(nameof(WeightNorm), layer)
    {
        using (layer)
        using (var weight = layer.get_parameter("weight")!.detach())
        {
            register_parameter(nameof(weight_g), new Parameter(LengthsOf(weight)));
            register_parameter(nameof(weight_v), Copy(weight));
        }
    }

    /// <summary>The lengths: <c>[out, 1, …]</c>, of a transposed convolution <c>[in, 1, …]</c>.</summary>
    public Parameter weight_g
    {
        get => get_parameter(nameof(weight_g))!;
        private set
        {
            weight_g?.Dispose();
            ConditionallyRegisterParameter(nameof(weight_g), value);
        }
    }

    /// <summary>The directions, in the weight's shape and of any length.</summary>
    public Parameter weight_v
    {
        get => get_parameter(nameof(weight_v))!;
        private set
        {
            weight_v?.Dispose();
            ConditionallyRegisterParameter(nameof(weight_v), value);
        }
    }

    private protected override Tensor MakeWeight() => weight_v * (weight_g / LengthsOf(weight_v));

    private static Tensor LengthsOf(Tensor weight) =>
        linalg.vector_norm(weight, 2, [.. Enumerable.Range(1, (int)weight.dim() - 1).Select(axis => (long)axis)], keepdim: true);
}
