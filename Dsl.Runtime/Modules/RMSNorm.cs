using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// Root mean square normalization (Zhang and Sennrich, 2019), which TorchSharp lacks: <c>x / √(mean(x²) + eps)·weight</c> over the last
/// axes, with the formula, the default and the names of PyTorch 2.4.
/// </summary>
public sealed class RMSNorm : nn.Module<Tensor, Tensor>
{
    private readonly double? eps;
    private readonly long[] axes;

    /// <param name="normalizedShape">The sizes of the axes that it normalizes over, the last of the input.</param>
    /// <param name="eps">Added to the mean square; by default the difference of 1 and the next number of the input's dtype.</param>
    /// <param name="elementwiseAffine">Whether there is a learned scale, which begins as ones.</param>
    /// <param name="device">Where the scale is; default: the CPU.</param>
    /// <param name="dtype">The scale's floating-point type; default: Float32.</param>
    public RMSNorm(long[] normalizedShape, double? eps = null, bool elementwiseAffine = true, Device? device = null, ScalarType? dtype = null) : base(nameof(RMSNorm))
    {
        ArgumentNullException.ThrowIfNull(normalizedShape);
        this.eps = eps;
        axes = [.. Enumerable.Range(1, normalizedShape.Length).Select(axis => -(long)axis)];
        if (elementwiseAffine)
            register_parameter(nameof(weight), new Parameter(ones(normalizedShape, dtype: dtype, device: device)));
    }

    /// <summary>The scale of every element; null where it has none.</summary>
    public Parameter? weight
    {
        get => get_parameter(nameof(weight));
        private set
        {
            weight?.Dispose();
            ConditionallyRegisterParameter(nameof(weight), value);
        }
    }

    /// <summary>The number of axes that it normalizes over.</summary>
    internal int Axes => axes.Length;

    /// <summary>What is added to the mean square of an input.</summary>
    internal double EpsOf(ScalarType dtype) => eps ?? EpsilonOf(dtype);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        // Squares of 16-bit numbers leave their range soon.
        var wide = input.IsNarrow ? input.to(ScalarType.Float32) : input;
        var normalized = wide * (wide.square().mean(axes, keepdim: true) + EpsOf(input.dtype)).rsqrt();
        var result = normalized.dtype == input.dtype ? normalized : normalized.to(input.dtype);
        return (weight is { } scale ? result * scale : result).MoveToOuterDisposeScope();
    }

    /// <summary>Nothing: the constructor registers the scale under its name.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <summary>The difference of 1 and the next number.</summary>
    private static double EpsilonOf(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => Math.Pow(2, -10),
        ScalarType.BFloat16 => Math.Pow(2, -7),
        ScalarType.Float32 => Math.Pow(2, -23),
        _ => Math.Pow(2, -52),
    };
}
