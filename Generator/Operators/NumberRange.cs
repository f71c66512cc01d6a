namespace NeuralDsl.Operators;

/// <summary>The numbers that an argument takes.</summary>
/// <param name="Minimum">The least one; negative infinity for none.</param>
/// <param name="Maximum">The largest one; infinity for none.</param>
/// <param name="IsMinimumExcluded">Whether the least one itself is out.</param>
/// <param name="IsMaximumExcluded">Whether the largest one itself is out.</param>
internal sealed record NumberRange(
    double Minimum = double.NegativeInfinity, double Maximum = double.PositiveInfinity, bool IsMinimumExcluded = false, bool IsMaximumExcluded = false)
{
    public static NumberRange Any { get; } = new();

    public static NumberRange NotNegative { get; } = new(0);

    public static NumberRange Positive { get; } = new(0, IsMinimumExcluded: true);

    /// <summary>From 0 to 1.</summary>
    public static NumberRange Probability { get; } = new(0, 1);

    /// <summary>From 0 to below 1: the share that a running mean keeps.</summary>
    public static NumberRange Decay { get; } = new(0, 1, IsMaximumExcluded: true);

    private string From => IsMinimumExcluded ? $"above {CSharp.Number(Minimum)}" : $"at least {CSharp.Number(Minimum)}";

    private string To => IsMaximumExcluded ? $"below {CSharp.Number(Maximum)}" : $"at most {CSharp.Number(Maximum)}";

    /// <summary>Whether a number is in it; what is infinite or no number never is.</summary>
    public bool Contains(double value) => !double.IsNaN(value) && !double.IsInfinity(value)
        && (IsMinimumExcluded ? value > Minimum : value >= Minimum) && (IsMaximumExcluded ? value < Maximum : value <= Maximum);

    /// <summary>Whether no number of at least a minimum is outside.</summary>
    public bool ContainsAllFrom(double minimum) => double.IsPositiveInfinity(Maximum) && (double.IsNegativeInfinity(Minimum) || Contains(minimum));

    /// <summary>The range as messages say it: <c>at least 0 and at most 1</c>.</summary>
    public override string ToString() => (double.IsNegativeInfinity(Minimum), double.IsPositiveInfinity(Maximum)) switch
    {
        (true, true) => "a number",
        (true, false) => $"a number {To}",
        (false, true) => $"a number {From}",
        _ => $"{From} and {To}",
    };

    /// <summary>The comparisons that a number in it fulfils, as C# writes them.</summary>
    public string Compare(string number) => string.Join(" && ", new[]
    {
        double.IsNegativeInfinity(Minimum) ? null : $"{number} {(IsMinimumExcluded ? ">" : ">=")} {CSharp.Number(Minimum)}",
        double.IsPositiveInfinity(Maximum) ? null : $"{number} {(IsMaximumExcluded ? "<" : "<=")} {CSharp.Number(Maximum)}",
    }.OfType<string>());
}
