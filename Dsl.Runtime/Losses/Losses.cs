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

    private static Tensor Reduce(Tensor losses, nn.Reduction reduction) => reduction switch
    {
        nn.Reduction.Mean => losses.mean(),
        nn.Reduction.Sum => losses.sum(),
        _ => losses,
    };
}
