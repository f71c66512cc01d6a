namespace NeuralDsl.Shapes;

/// <summary>
/// What a model asks of its symbols while it is checked: what always holds is silent, what never holds is the caller's fault to
/// report, and what holds for some values becomes a condition that generated code checks.
/// </summary>
/// <param name="batch">The symbol of the batch, which no layer may pin, because the last batch is a smaller one; null where it is a number.</param>
/// <param name="known">The symbols that stand alone as an axis of an input of <c>forward</c>, and so have a value when it runs.</param>
internal sealed class Requirements(string? batch, IReadOnlyCollection<string> known)
{
    private readonly Facts facts = new();
    private readonly List<Condition> conditions = [];

    public IReadOnlyList<Condition> Conditions => conditions;

    /// <summary>Decides a condition; one that holds for some values only is recorded, and taken for granted by what follows.</summary>
    public Verdict Require(Condition condition)
    {
        var answer = condition.Relation switch
        {
            Relation.Equal => facts.AreEqual(condition.Left, condition.Right),
            Relation.AtLeast => facts.IsAtLeast(condition.Left, condition.Right.Constant ?? 1),
            _ => facts.IsDivisible(condition.Left, condition.Right),
        };
        if (answer != Answer.Sometimes)
            return answer == Answer.Always ? Verdict.Holds : Verdict.Fails;
        if (batch is not null && condition.Symbols.Contains(batch))
            return Verdict.PinsBatch;
        // What cannot be computed from the inputs cannot be checked; the engine will say so then.
        if (condition.Symbols.All(Knows))
            conditions.Add(condition);
        facts.Learn(condition);
        return Verdict.Holds;
    }

    /// <summary>Whether a symbol has a value when <c>forward</c> runs.</summary>
    public bool Knows(string symbol) => known.Contains(symbol);

    /// <summary>The size as what was learned makes it simpler.</summary>
    public Dim Simplify(Dim size) => facts.Simplify(size);
}

/// <summary>What became of a condition.</summary>
internal enum Verdict
{
    /// <summary>It holds, or is checked when the symbols have values.</summary>
    Holds,

    /// <summary>It holds for no value.</summary>
    Fails,

    /// <summary>It would hold for some sizes of the batch only.</summary>
    PinsBatch,
}
