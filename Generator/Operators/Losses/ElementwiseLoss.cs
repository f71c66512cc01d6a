using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>A loss that compares a floating-point prediction, element by element, with a target of the same dtype and shape, or with one number.</summary>
internal abstract record ElementwiseLoss(LossOptions Options) : Loss(Options)
{
    /// <summary>The function in <c>torch.nn.functional</c>.</summary>
    protected abstract string Function { get; }

    public sealed override EquatableArray<string> TargetNames => Options.TargetValue is null ? base.TargetNames : [];

    public override LossSignature? Infer(LossCheck check) =>
        check.Prediction.IsFloatingPoint ? new([check.Prediction], Options.TargetValue is null ? [check.Prediction] : []) : check.Refuse("a floating-point tensor");

    public sealed override string Call(LossCode code)
    {
        var target = Options.TargetValue is { } value ? code.Temporary("goal", $"global::TorchSharp.torch.full_like({code.Prediction}, {value.Member})", "") : code.Target;
        return Functional(code, Function, [code.Prediction, target, .. Arguments(code)]);
    }

    /// <summary>The further arguments of the function, by name.</summary>
    protected virtual IEnumerable<string> Arguments(LossCode code) => [];
}
