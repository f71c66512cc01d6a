using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>A loss of 2 inputs.</summary>
public abstract class Loss<T1, T2, TResult> : Module<T1, T2, TResult>
{
    public Loss(Reduction reduction = Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <summary>What becomes of the losses of the elements.</summary>
    public Reduction reduction { get; }

    public override string GetName() => GetType().Name;
}
