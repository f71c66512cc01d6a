using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Hinge loss of several classes a row.</summary>
internal sealed record MultiLabelMarginLoss(LossOptions Options) : Loss(Options)
{
    public override string Task => "Other";

    public override LossSignature? Infer(LossCheck check) => check.Prediction.IsFloatingPoint && check.Shape.Rank == 2
        ? new(check.Prediction, check.Prediction with { DType = DType.Int64 })
        : check.Refuse("floating-point scores of 2 axes, such as [N,10]");

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        Code arguments = $"{Code.Join([.. code.Predictions, .. code.Targets])}, {CSharp.Flag(Options.Reduction == LossOptions.Mean)}";
        var isTarget = code.MakeWith($"{CSharp.Kernels}.MultiLabelMargin({arguments})", "isTarget")[0];
        var scale = Options.Reduction == LossOptions.BatchMean ? code.Scale(LossOptions.BatchMean) : $"";
        code.Backward(() => code.Give(0, $"{CSharp.Kernels}.MultiLabelMarginBackward({arguments}, {isTarget}){scale}"));
    };

    public override string Call(LossCode code) => Functional(code, "multi_label_margin_loss", code.Prediction, code.Target);
}
