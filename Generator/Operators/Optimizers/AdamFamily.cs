namespace NeuralDsl.Operators.Optimizers;

/// <summary>Adam, whose weight decay is an L2 penalty, and AdamW, whose weight decay is decoupled.</summary>
internal sealed record AdamFamily(bool IsDecoupled, double LearningRate, double Beta1, double Beta2, double Eps, double WeightDecay, bool AmsGrad) : Optimizer
{
    public static AdamFamily Read(ArgumentReader arguments, bool isDecoupled) => new(
        isDecoupled,
        arguments.Number("learningRate", 1e-3, minimumExcluded: true),
        arguments.Number("Beta1", 0.9, maximum: 1, maximumExcluded: true),
        arguments.Number("Beta2", 0.999, maximum: 1, maximumExcluded: true),
        arguments.Number("Eps", 1e-8),
        arguments.Number("WeightDecay", isDecoupled ? 0.01 : 0),
        arguments.Flag("AmsGrad", false));

    public override string ModuleType => IsDecoupled ? "AdamW" : "Adam";

    public override IEnumerable<string> FactoryArguments
    {
        get
        {
            yield return CSharp.Number(LearningRate);
            if (Beta1 != 0.9)
                yield return $"beta1: {CSharp.Number(Beta1)}";
            if (Beta2 != 0.999)
                yield return $"beta2: {CSharp.Number(Beta2)}";
            if (Eps != 1e-8)
                yield return $"eps: {CSharp.Number(Eps)}";
            // Always said for AdamW: TorchSharp's default is 0, PyTorch's is 0.01.
            if (IsDecoupled || WeightDecay != 0)
                yield return $"weight_decay: {CSharp.Number(WeightDecay)}";
            if (AmsGrad)
                yield return "amsgrad: true";
        }
    }
}
