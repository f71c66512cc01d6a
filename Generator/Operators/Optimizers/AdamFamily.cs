namespace NeuralDsl.Operators.Optimizers;

/// <summary>Adam, whose weight decay is an L2 penalty, and AdamW, whose weight decay is decoupled.</summary>
internal sealed record AdamFamily(bool IsDecoupled, Number LearningRate, Number Beta1, Number Beta2, Number Eps, Number WeightDecay, bool AmsGrad, bool Maximize) : Optimizer
{
    public static AdamFamily Read(ArgumentReader arguments, bool isDecoupled) => new(
        isDecoupled,
        arguments.Number("learningRate", 1e-3, NumberRange.Positive),
        arguments.Number("Beta1", 0.9, NumberRange.Decay),
        arguments.Number("Beta2", 0.999, NumberRange.Decay),
        arguments.Number("Eps", 1e-8, NumberRange.NotNegative),
        arguments.Number("WeightDecay", isDecoupled ? 0.01 : 0, NumberRange.NotNegative),
        arguments.Flag("AmsGrad", false),
        arguments.Flag("Maximize", false));

    public override string ModuleType => IsDecoupled ? "AdamW" : "Adam";

    /// <summary>Both moments, and the largest second one where it is kept.</summary>
    public override int State => AmsGrad ? 3 : 2;

    public override IEnumerable<string> FactoryArguments =>
    [
        LearningRate.Text,
        .. Beta1.Named("beta1", 0.9),
        .. Beta2.Named("beta2", 0.999),
        .. Eps.Named("eps", 1e-8),
        // Always said for AdamW: TorchSharp's default is 0, PyTorch's is 0.01.
        .. IsDecoupled ? [$"weight_decay: {WeightDecay.Text}"] : WeightDecay.Named("weight_decay", 0),
        .. CSharp.Named("amsgrad", AmsGrad, omitted: false),
        .. CSharp.Named("maximize", Maximizes, omitted: false),
    ];

    public override bool Maximizes => Maximize;

    public override bool HasMomentum => true;
}
