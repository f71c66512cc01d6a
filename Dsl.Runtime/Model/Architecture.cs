using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>A model's graph as data: what draws, counts and reports reads this, never the attributes.</summary>
/// <param name="Name">The model's class name.</param>
/// <param name="Inputs">The declared inputs, in order.</param>
/// <param name="Layers">The layers in the order in which they run.</param>
/// <param name="Outputs">The names of the values that <c>forward</c> returns.</param>
/// <param name="Losses">The declared losses, in order; empty for a model that is not trained by itself.</param>
/// <param name="Costs">What the model costs.</param>
/// <param name="Hypers">The hyper-parameters that stand for sizes, with their defaults.</param>
/// <param name="ParameterCount">Trainable parameters, each counted once, with the default hyper-parameters.</param>
public sealed partial record Architecture(
    string Name,
    ImmutableArray<TensorField> Inputs,
    ImmutableArray<LayerInfo> Layers,
    ImmutableArray<string> Outputs,
    ImmutableArray<LossInfo> Losses,
    CostInfo Costs,
    ImmutableArray<HyperInfo> Hypers,
    long ParameterCount)
{
    /// <summary>The first loss of a phase, which is what its prediction is for.</summary>
    /// <param name="phase">The phase's name; empty for that of a model without phases.</param>
    internal LossInfo FirstLossOf(string phase) => Losses.First(loss => loss.Phase == phase);
}
