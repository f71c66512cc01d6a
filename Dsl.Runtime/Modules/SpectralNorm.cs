using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// A layer whose weight is divided by an estimate of its largest singular value, as <c>torch.nn.utils.spectral_norm</c> makes it
/// (Miyato et al., 2018): every pass in training is one power iteration, and none in evaluation.
/// </summary>
public sealed partial class SpectralNorm : NormalizedLayer
{
    private const double Epsilon = 1e-12;

    /// <summary>The axis of the output channels, which are the rows of the weight as a matrix.</summary>
    private readonly int rows;

    /// <param name="layer">A linear layer or a convolution, whose weight the layer begins with. It is disposed.</param>
    /// <exception cref="ArgumentException">The layer is no linear layer and no convolution.</exception>
    public SpectralNorm(nn.Module<Tensor, Tensor> layer) : base(nameof(SpectralNorm), layer)
    {
        rows = layer is ConvolutionTranspose ? 1 : 0;
        using (layer)
        using (var weight = layer.get_parameter("weight")!.detach())
        using (var matrix = ToMatrix(weight))
        {
            register_parameter(nameof(weight_orig), Copy(weight));
            register_buffer(nameof(weight_u), Direction(matrix.shape[0], weight));
            register_buffer(nameof(weight_v), Direction(matrix.shape[1], weight));
        }
    }

    /// <summary>The weight before it is divided.</summary>
    public Parameter weight_orig
    {
        get => get_parameter(nameof(weight_orig))!;
        private set
        {
            weight_orig?.Dispose();
            ConditionallyRegisterParameter(nameof(weight_orig), value);
        }
    }

    /// <summary>The left singular vector, one number for each output channel; not trained.</summary>
    public Tensor weight_u
    {
        get => get_buffer(nameof(weight_u))!;
        private set
        {
            weight_u?.Dispose();
            ConditionallyRegisterBuffer(nameof(weight_u), value);
        }
    }

    /// <summary>The right singular vector; not trained.</summary>
    public Tensor weight_v
    {
        get => get_buffer(nameof(weight_v))!;
        private set
        {
            weight_v?.Dispose();
            ConditionallyRegisterBuffer(nameof(weight_v), value);
        }
    }

    private protected override Tensor MakeWeight()
    {
        var matrix = ToMatrix(weight_orig);
        var (u, v) = training ? Iterate(matrix) : (weight_u, weight_v);
        return weight_orig / u.dot(matrix.mv(v));
    }

    /// <summary>Makes the vectors better. Gradients need those of this pass, which a later pass must not change.</summary>
    private (Tensor U, Tensor V) Iterate(Tensor matrix)
    {
        using var noGrad = no_grad();
        var v = nn.functional.normalize(matrix.t().mv(weight_u), 2, 0, Epsilon);
        var u = nn.functional.normalize(matrix.mv(v), 2, 0, Epsilon);
        weight_u.copy_(u);
        weight_v.copy_(v);
        return (u, v);
    }

    private Tensor ToMatrix(Tensor weight)
    {
        using var ordered = weight.transpose(0, rows);
        return ordered.flatten(1);
    }

    private static Tensor Direction(long size, Tensor weight)
    {
        using var random = empty([size], weight.dtype, weight.device).normal_();
        return nn.functional.normalize(random, 2, 0, Epsilon);
    }
}
