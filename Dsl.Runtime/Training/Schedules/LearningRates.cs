using static TorchSharp.torch.optim;

namespace NeuralDsl;

/// <summary>The learning rates of an optimizer.</summary>
internal static class LearningRates
{
    /// <summary>What holds them, group by group. L-BFGS is its own group: what its group is told does not reach it.</summary>
    public static IEnumerable<ILearningRateController> Of(Optimizer optimizer) => optimizer is ILearningRateController whole ? [whole] : optimizer.ParamGroups;
}
