namespace NeuralDsl.Operators.Optimizers;

/// <summary>A quasi-Newton method with limited memory.</summary>
internal sealed record LBFGS(Number LearningRate, long MaxIterations, long MaxEvaluations, Number GradientTolerance, Number ChangeTolerance, long HistorySize) : Optimizer
{
    public static LBFGS Read(ArgumentReader arguments)
    {
        foreach (var useless in new[] { "Only", "Except" }.Where(arguments.Has))
            arguments.Refuse(useless, "left out: LBFGS has no parameter groups", $"\"{arguments.Text(useless)}\"");
        var iterations = arguments.Integer("MaxIterations", 20, minimum: 1);
        return new(
            arguments.Number("learningRate", 1, NumberRange.Positive),
            iterations,
            arguments.Has("MaxEvaluations") ? arguments.Integer("MaxEvaluations", 1, minimum: 1) : iterations * 5 / 4,
            arguments.Number("GradientTolerance", 1e-7, NumberRange.NotNegative),
            arguments.Number("ChangeTolerance", 1e-9, NumberRange.NotNegative),
            arguments.Integer("HistorySize", 100, minimum: 1));
    }

    public override string ModuleType => "LBFGS";

    /// <summary>Two for each update that it remembers, the direction and the gradient before.</summary>
    public override int State => checked((int)((2 * HistorySize) + 2));

    public override string Factory => "global::TorchSharp.torch.optim.LBFGS";

    public override bool IsElementwise => false;

    public override bool NeedsClosure => true;

    /// <summary>All by position, since TorchSharp misspells one.</summary>
    public override IEnumerable<string> FactoryArguments =>
        [LearningRate.Text, CSharp.Number(MaxIterations), CSharp.Number(MaxEvaluations), GradientTolerance.Text, ChangeTolerance.Text, CSharp.Number(HistorySize)];
}
