using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>A loss that compares a floating-point prediction, element by element, with a target of the same dtype and shape.</summary>
internal abstract record ElementwiseLoss(LossOptions Options) : Loss(Options)
{
    /// <summary>The function in <c>torch.nn.functional</c>.</summary>
    protected abstract string Function { get; }

    public override LossSignature? Infer(LossCheck check) =>
        check.Prediction.IsFloatingPoint ? new(check.Prediction, check.Prediction) : check.Refuse("a floating-point tensor");

    public sealed override string Call(LossCode code) => Functional(code, Function, [code.Prediction, code.Target, .. Arguments(code)]);

    /// <summary>The further arguments of the function, by name.</summary>
    protected virtual IEnumerable<string> Arguments(LossCode code) => [];
}
