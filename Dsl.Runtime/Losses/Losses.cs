using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Losses that TorchSharp lacks, or computes otherwise than PyTorch. Generated code calls them; each gives a tensor that the caller disposes.</summary>
public static partial class Losses
{
    private static Tensor Reduce(Tensor losses, nn.Reduction reduction) => reduction switch
    {
        nn.Reduction.Mean => losses.mean(),
        nn.Reduction.Sum => losses.sum(),
        _ => losses,
    };
}
