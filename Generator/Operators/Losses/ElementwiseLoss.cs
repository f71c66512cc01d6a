using NeuralDsl.Collections;
using NeuralDsl.Passes;
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

    public sealed override string Call(LossCode code) =>
        Functional(code, Function, [code.Prediction, Options.TargetValue is null ? code.Target : code.Temporary("goal", Goal(code.Prediction), ""), .. Arguments(code)]);

    public sealed override Action<LossGradientCode>? Gradient(LossSignature signature) => Derivative is not { } derivative ? null : code =>
    {
        var target = Options.TargetValue is null ? code.Targets[0] : code.Let("goal", null, Code.Of(Goal(code.Prediction.Name), [code.Prediction]));
        code.Make(this, [target]);
        code.Backward(() => code.Give(0, $"{derivative(code, code.Prediction, target)}{code.Scale(Options.Reduction)}"));
    };

    /// <summary>What makes the derivative of the loss by the prediction, before the reduction, as a new tensor that may be written into; null where autograd alone has it.</summary>
    protected virtual Func<LossGradientCode, Local, Local, Code>? Derivative => null;

    private string Goal(string prediction) => $"global::TorchSharp.torch.full_like({prediction}, {Options.TargetValue!.Member})";

    /// <summary>The further arguments of the function, by name.</summary>
    protected virtual IEnumerable<string> Arguments(LossCode code) => [];
}
