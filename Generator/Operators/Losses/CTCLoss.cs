using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Losses;

/// <summary>Connectionist temporal classification.</summary>
internal sealed record CTCLoss(LossOptions Options, long Blank, bool ZeroInfinity) : Loss(Options)
{
    public static CTCLoss Read(ArgumentReader arguments) =>
        new(LossOptions.Read(arguments), arguments.Integer("Blank", 0, minimum: 0), arguments.Flag("ZeroInfinity", false));

    public override string Task => "Other";

    public override PredictionEncoding Takes => PredictionEncoding.LogProbabilities;

    public override EquatableArray<string> TargetNames => ["target", "input_lengths", "target_lengths"];

    public override LossSignature? Infer(LossCheck check)
    {
        var shape = check.Shape;
        if (!check.Prediction.IsFloatingPoint || shape.Rank != 3)
            return check.Refuse("floating-point log-probabilities of 3 axes, rows, steps and classes");
        var classAxis = shape.Axes[1].Name == "C" ? 1 : 2;
        if (shape[classAxis].Constant <= Blank)
            return check.RefuseArgument("Blank", $"below the {shape[classAxis]} classes", CSharp.Number(Blank));
        var rows = shape.Axes[0];
        // How long the longest row of labels is, only the data knows.
        TensorType labels = new(DType.Int64, new Shape([rows, new Axis(Dim.Symbol($"?{check.Target}"))]));
        TensorType lengths = new(DType.Int64, new Shape([rows]));
        return new([check.Prediction], [labels, lengths, lengths], classAxis);
    }

    public override string Call(LossCode code)
    {
        var shape = code.Signature.Prediction.Shape;
        var isLast = code.Signature.ClassAxis == 2;
        var steps = code.Temporary(
            "steps", isLast ? $"{code.Prediction}.transpose(0, 1)" : $"{code.Prediction}.permute(2, 0, 1)",
            isLast ? $"[{shape[1]},{shape[0]},{shape[2]}]" : $"[{shape[2]},{shape[0]},{shape[1]}]");
        return Functional(
            code, "ctc_loss",
            [steps, .. code.Targets, .. Blank == 0 ? [] : new[] { $"blank: {CSharp.Number(Blank)}" }, .. CSharp.Named("zero_infinity", ZeroInfinity, omitted: false)]);
    }
}
