using NeuralDsl.Collections;

namespace NeuralDsl.Operators;

/// <summary>A schedule with its arguments read.</summary>
/// <param name="Function">The function of the run time's <c>Schedule</c> that makes it, which is PyTorch's name.</param>
/// <param name="Arguments">Its arguments, where the whole length is <see cref="Total"/>.</param>
/// <param name="IsPerStep">Whether it counts steps, and not epochs.</param>
/// <param name="CyclesMomentum">Whether it changes the optimizer's momentum.</param>
internal sealed record Schedule(string Function, EquatableArray<string> Arguments, bool IsPerStep, bool CyclesMomentum)
{
    /// <summary>The number of steps or epochs that the schedule lasts, in emitted code.</summary>
    public const string Total = "total";

    private static readonly NumberRange Fraction = new(0, 1, IsMinimumExcluded: true, IsMaximumExcluded: true);

    public static Schedule StepLR(ArgumentReader arguments) => Read(arguments, "StepLR", Count(arguments, "stepSize"), Gamma(arguments, 0.1));

    public static Schedule MultiStepLR(ArgumentReader arguments)
    {
        var milestones = arguments.Integers("milestones");
        if (milestones.Count == 0 || milestones.Any(milestone => milestone < 1))
            arguments.Refuse("milestones", "numbers of at least 1", milestones.Count == 0 ? "none" : string.Join(", ", milestones));
        return Read(arguments, "MultiStepLR", $"[{string.Join(", ", milestones.Select(CSharp.Number))}]", Gamma(arguments, 0.1));
    }

    public static Schedule ExponentialLR(ArgumentReader arguments) => Read(arguments, "ExponentialLR", arguments.Number("gamma", 1, NumberRange.Positive).Member);

    public static Schedule ConstantLR(ArgumentReader arguments) =>
        Read(arguments, "ConstantLR", arguments.Number("Factor", 1.0 / 3, NumberRange.Positive).Member, Count(arguments, "TotalIterations", "5"));

    public static Schedule LinearLR(ArgumentReader arguments) => Read(
        arguments, "LinearLR", arguments.Number("StartFactor", 1.0 / 3, NumberRange.Positive).Member,
        arguments.Number("EndFactor", 1, NumberRange.NotNegative).Member, Count(arguments, "TotalIterations", "5"));

    public static Schedule PolynomialLR(ArgumentReader arguments) =>
        Read(arguments, "PolynomialLR", Count(arguments, "TotalIterations", Total), arguments.Number("Power", 1, NumberRange.Positive).Member);

    public static Schedule CosineAnnealingLR(ArgumentReader arguments) =>
        Read(arguments, "CosineAnnealingLR", Count(arguments, "Period", Total), MinRate(arguments));

    public static Schedule CosineAnnealingWarmRestarts(ArgumentReader arguments) =>
        Read(arguments, "CosineAnnealingWarmRestarts", Count(arguments, "period"), Count(arguments, "PeriodFactor", "1"), MinRate(arguments));

    public static Schedule OneCycleLR(ArgumentReader arguments)
    {
        var cyclesMomentum = arguments.Flag("CycleMomentum", true);
        return new(
            "OneCycleLR",
            [
                Count(arguments, "TotalIterations", Total),
                arguments.Number("maxRate", 0, NumberRange.Positive).Member,
                .. arguments.Number("PercentStart", 0.3, NumberRange.Probability).NamedMember("percentStart", 0.3),
                .. CSharp.Named("linear", arguments.Flag("Linear", false), omitted: false),
                .. CSharp.Named("cycleMomentum", cyclesMomentum, omitted: true),
                .. arguments.Number("BaseMomentum", 0.85, NumberRange.Decay).NamedMember("baseMomentum", 0.85),
                .. arguments.Number("MaxMomentum", 0.95, NumberRange.Decay).NamedMember("maxMomentum", 0.95),
                .. arguments.Number("DivFactor", 25, NumberRange.Positive).NamedMember("divFactor", 25),
                .. arguments.Number("FinalDivFactor", 1e4, NumberRange.Positive).NamedMember("finalDivFactor", 1e4),
                .. CSharp.Named("threePhase", arguments.Flag("ThreePhase", false), omitted: false),
            ],
            IsStep(arguments, "Step"), cyclesMomentum);
    }

    public static Schedule CyclicLR(ArgumentReader arguments)
    {
        var cyclesMomentum = arguments.Flag("CycleMomentum", true);
        var up = Count(arguments, "StepSizeUp", "2000");
        var mode = arguments.Member("Mode", "Triangular");
        return new(
            "CyclicLR",
            [
                arguments.Number("baseRate", 0, NumberRange.NotNegative).Member,
                arguments.Number("maxRate", 0, NumberRange.Positive).Member,
                up,
                Count(arguments, "StepSizeDown", up),
                .. mode == "Triangular" ? [] : new[] { $"mode: global::NeuralDsl.CyclicMode.{mode}" },
                .. arguments.Number("Gamma", 1, NumberRange.Positive).NamedMember("gamma", 1),
                .. CSharp.Named("cycleMomentum", cyclesMomentum, omitted: true),
                .. arguments.Number("BaseMomentum", 0.8, NumberRange.Decay).NamedMember("baseMomentum", 0.8),
                .. arguments.Number("MaxMomentum", 0.9, NumberRange.Decay).NamedMember("maxMomentum", 0.9),
            ],
            IsStep(arguments, "Step"), cyclesMomentum);
    }

    public static Schedule ReduceLROnPlateau(ArgumentReader arguments)
    {
        if (IsStep(arguments, "Epoch"))
            arguments.Refuse("Every", "TrainingUnit.Epoch: the loss is that of an epoch", "TrainingUnit.Step");
        return Read(
            arguments, "ReduceLROnPlateau",
            [
                .. arguments.Number("Factor", 0.1, Fraction).NamedMember("factor", 0.1),
                .. Named(arguments, "Patience", "patience", 10),
                .. arguments.Number("Threshold", 1e-4, NumberRange.NotNegative).NamedMember("threshold", 1e-4),
                .. CSharp.Named("absolute", arguments.Flag("IsAbsolute", false), omitted: false),
                .. Named(arguments, "Cooldown", "cooldown", 0),
                .. arguments.Number("MinRate", 0, NumberRange.NotNegative).NamedMember("min", 0),
                .. arguments.Number("Eps", 1e-8, NumberRange.NotNegative).NamedMember("eps", 1e-8),
            ]);
    }

    private static Schedule Read(ArgumentReader arguments, string function, params string[] parts) => new(function, [.. parts], IsStep(arguments, "Epoch"), false);

    private static bool IsStep(ArgumentReader arguments, string fallback) => arguments.Member("Every", fallback) == "Step";

    /// <summary>A count of at least 1, or what stands for it where the user does not say.</summary>
    private static string Count(ArgumentReader arguments, string name, string fallback = "1") =>
        arguments.Has(name) ? CSharp.Number(arguments.Integer(name, 1, minimum: 1)) : fallback;

    private static IEnumerable<string> Named(ArgumentReader arguments, string name, string parameter, long omitted) =>
        arguments.Integer(name, omitted, minimum: 0) is var value && value == omitted ? [] : [$"{parameter}: {CSharp.Number(value)}"];

    private static string Gamma(ArgumentReader arguments, double fallback) => arguments.Number("Gamma", fallback, NumberRange.Positive).Member;

    private static string MinRate(ArgumentReader arguments) => arguments.Number("MinRate", 0, NumberRange.NotNegative).Member;
}
