namespace NeuralDsl.Shapes;

/// <summary>Whether something holds for every value of the symbols, for none, or for some.</summary>
internal enum Answer
{
    Always,
    Never,
    Sometimes,
}

/// <summary>
/// What is known of the symbols: the smallest value of each, and what earlier layers have required. Decides by the canonical form first and
/// by bounds and divisibility second; what it cannot decide is true under a condition.
/// </summary>
/// <param name="symbolMinimumOf">The smallest value of a symbol; null for what is no symbol.</param>
internal sealed class Facts(Func<string, long?> symbolMinimumOf)
{
    private readonly List<(string Symbol, Dim Value)> equalities = [];
    private readonly List<(Dim Number, Dim Divisor)> divisions = [];
    private readonly List<(Dim Size, Dim Minimum)> minima = [];

    /// <summary>The least values that were learned of single symbols and floor terms.</summary>
    private readonly Dictionary<string, long> learned = [];

    /// <summary>Whether two sizes are equal.</summary>
    public Answer AreEqual(Dim left, Dim right)
    {
        var difference = Simplify(left - right);
        if (difference.Constant is { } constant)
            return constant == 0 ? Answer.Always : Answer.Never;
        if (LowerBound(difference) > 0 || LowerBound(-difference) > 0)
            return Answer.Never;
        // 2*T + 1 is never 2*S: what the symbols can add is a multiple of their factors.
        return difference.Remainder is not 0 ? Answer.Never : Answer.Sometimes;
    }

    /// <summary>Whether a size is at least another.</summary>
    public Answer IsAtLeast(Dim size, Dim minimum)
    {
        var difference = Simplify(size - minimum);
        if (LowerBound(difference) >= 0 || minima.Any(fact => LowerBound(difference - (fact.Size - fact.Minimum)) >= 0))
            return Answer.Always;
        return LowerBound(-difference) > 0 ? Answer.Never : Answer.Sometimes;
    }

    /// <summary>Whether a number is a multiple of another.</summary>
    public Answer IsDivisible(Dim number, Dim divisor)
    {
        var rest = Simplify(number - (divisor * (number / divisor)));
        if (rest.Constant is { } constant)
            return constant == 0 ? Answer.Always : Answer.Never;
        return divisions.Any(fact => fact.Number.Equals(number) && fact.Divisor.Equals(divisor)) ? Answer.Always : Answer.Sometimes;
    }

    /// <summary>Takes a condition for granted from here on, since it is checked before anything runs.</summary>
    public void Learn(Condition condition)
    {
        switch (condition.Relation)
        {
            case Relation.Equal when condition.Right.SymbolName is { } symbol && !condition.Left.Symbols.Contains(symbol):
                equalities.Add((symbol, condition.Left));
                break;
            case Relation.Equal when condition.Left.SymbolName is { } symbol && !condition.Right.Symbols.Contains(symbol):
                equalities.Add((symbol, condition.Right));
                break;
            case Relation.AtLeast when condition is { Left.AtomText: { } atom, Right.Constant: { } minimum }:
                learned[atom] = learned.TryGetValue(atom, out var known) ? Math.Max(known, minimum) : minimum;
                break;
            case Relation.AtLeast:
                minima.Add((condition.Left, condition.Right));
                break;
            case Relation.DividedBy:
                divisions.Add((condition.Left, condition.Right));
                break;
        }
    }

    /// <summary>The size with known equalities put in and exact divisions undone: <c>heads*(d/heads)</c> is <c>d</c>.</summary>
    public Dim Simplify(Dim size)
    {
        foreach (var (symbol, value) in equalities)
            size = size.Substitute(name => name == symbol ? value : null);
        foreach (var (number, divisor) in divisions)
            size = size.UndoDivision(number, divisor);
        return size;
    }

    /// <summary>A number that the size is never below, or null where none is known.</summary>
    private long? LowerBound(Dim size)
    {
        try
        {
            return size.LowerBound(atom => learned.TryGetValue(atom, out var minimum) ? minimum : symbolMinimumOf(atom));
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
