using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Losses that TorchSharp lacks, or computes otherwise than PyTorch. Generated code calls them; each gives a tensor that the caller disposes.</summary>
public static partial class Losses
{
    /// <summary>Numbers, such as a factor for each class, as a tensor of another one's dtype and on its device.</summary>
    /// <param name="like">The other one.</param>
    /// <param name="numbers">The numbers.</param>
    public static Tensor Numbers(Tensor like, params double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(like);
        return tensor(numbers, dtype: like.dtype, device: like.device);
    }

    /// <summary>
    /// A prediction as losses take it: of Float16 and BFloat16 the same numbers in Float32, since a mean needs more digits than these have, and engines lack
    /// some losses in them; anything else as it is.
    /// </summary>
    /// <param name="values">The prediction, which is disposed where another takes its place.</param>
    public static Tensor Prediction(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!values.IsNarrow)
            return values;
        using (values)
            return values.to(ScalarType.Float32);
    }

    /// <summary>A floating-point target as losses take it, in the type of a <see cref="Prediction"/>.</summary>
    /// <param name="values">The target, which stays the caller's.</param>
    public static Tensor Target(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.IsNarrow ? values.to(ScalarType.Float32) : values.alias();
    }

    private static Tensor Reduce(Tensor losses, nn.Reduction reduction) => reduction switch
    {
        nn.Reduction.Mean => losses.mean(),
        nn.Reduction.Sum => losses.sum(),
        _ => losses,
    };
}
