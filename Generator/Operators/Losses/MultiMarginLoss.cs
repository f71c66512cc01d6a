using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Hinge loss of classes that exclude each other.</summary>
internal sealed record MultiMarginLoss(LossOptions Options, long P, Number Margin, EquatableArray<double>? ClassWeights) : Loss(Options)
{
    public static MultiMarginLoss Read(ArgumentReader arguments)
    {
        var p = arguments.Integer("P", 1);
        if (p is not (1 or 2))
            arguments.Refuse("P", "1 or 2", CSharp.Number(p));
        return new(LossOptions.Read(arguments), p, arguments.Number("Margin", 1, NumberRange.Any), arguments.NumberList("ClassWeights", NumberRange.NotNegative));
    }

    public override string Task => "Classification";

    public override Encoding? EncodeTarget(LossSignature signature, int target) => Encoding.ClassIndex(signature.Prediction.Shape[1]);

    public override LossSignature? Infer(LossCheck check)
    {
        var shape = check.Shape;
        if (!check.Prediction.IsFloatingPoint || shape.Rank != 2)
            return check.Refuse("floating-point scores of 2 axes, such as [N,10]");
        return ClassWeights is { } weights && !check.IsOnePerClass("ClassWeights", weights.Count, shape[1])
            ? null
            : new(check.Prediction, new(DType.Int64, new Shape([shape.Axes[0]])), classAxis: 1);
    }

    public override Action<LossGradientCode>? Gradient(LossSignature signature) => code =>
    {
        code.Make(this, code.Targets);
        code.Backward(() =>
        {
            var weights = ClassWeights is { } numbers ? Code.Join([code.Numbers("classWeights", numbers.Select(CSharp.Number))]) : $"null";
            var scale = Options.Reduction == LossOptions.BatchMean ? code.Scale(LossOptions.BatchMean) : $"";
            code.Give(0, $"{CSharp.Kernels}.MultiMarginBackward({Code.Join([.. code.Predictions, .. code.Targets])}, {P}, {Margin.Member}, {weights}, {CSharp.Flag(Options.Reduction == LossOptions.Mean)}){scale}");
        });
    };

    public override string Call(LossCode code) => Functional(
        code, "multi_margin_loss",
        [
            code.Prediction, code.Target,
            .. P == 1 ? [] : new[] { $"p: {CSharp.Number(P)}" },
            .. Margin.NamedMember("margin", 1),
            .. ClassWeights is null ? [] : new[] { $"weight: {code.Numbers("classWeights", ClassWeights)}" },
        ]);
}
