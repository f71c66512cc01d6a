namespace NeuralDsl.Operators.Optimizers;

/// <summary>Stochastic gradient descent.</summary>
internal sealed record SGD(double LearningRate, double Momentum, double Dampening, double WeightDecay, bool Nesterov) : Optimizer
{
    public static SGD Read(ArgumentReader arguments)
    {
        var optimizer = new SGD(
            arguments.Number("learningRate", 0, minimumExcluded: true),
            arguments.Number("Momentum", 0),
            arguments.Number("Dampening", 0, minimum: double.MinValue),
            arguments.Number("WeightDecay", 0),
            arguments.Flag("Nesterov", false));
        // As PyTorch: Nesterov's step is defined by the plain momentum only.
        if (optimizer is { Nesterov: true } and ({ Momentum: 0 } or { Dampening: not 0 }))
            arguments.Refuse("Nesterov", "false, or go with a Momentum above 0 and no Dampening", "true");
        return optimizer;
    }

    public override string ModuleType => "SGD";

    public override IEnumerable<string> FactoryArguments
    {
        get
        {
            yield return CSharp.Number(LearningRate);
            if (Momentum != 0)
                yield return $"momentum: {CSharp.Number(Momentum)}";
            if (Dampening != 0)
                yield return $"dampening: {CSharp.Number(Dampening)}";
            if (WeightDecay != 0)
                yield return $"weight_decay: {CSharp.Number(WeightDecay)}";
            if (Nesterov)
                yield return "nesterov: true";
        }
    }
}
