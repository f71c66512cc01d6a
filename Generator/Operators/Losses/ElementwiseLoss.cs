using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>A loss that compares a floating-point prediction, element by element, with a target of the same dtype and shape.</summary>
internal abstract record ElementwiseLoss(LossOptions Options) : Loss(Options)
{
    /// <summary>The function in <c>torch.nn.functional</c>.</summary>
    protected abstract string Function { get; }

    public sealed override LossSignature? Infer(LossCheck check) =>
        check.Prediction.IsFloatingPoint ? new(check.Prediction, check.Prediction) : check.Refuse("a floating-point tensor");

    public sealed override string Call(LossCode code) => Functional(Function, code.Prediction, code.Target);
}
