using NeuralDsl.Graph;

namespace NeuralDsl.Shapes;

/// <summary>
/// What a model asks of its symbols while it is checked: what always holds is silent, what never holds is the caller's fault to
/// report, and what holds for some values becomes a condition that generated code checks.
/// </summary>
/// <param name="batch">The symbol of the batch, which no layer may pin, because the last batch is a smaller one; null where it is a number.</param>
/// <param name="axes">The axes of the inputs of <c>forward</c>, which say what has a value when it runs.</param>
/// <param name="hypers">The hyper-parameters, which have a value when the model is constructed.</param>
internal sealed class Requirements(string? batch, InputAxes axes, IReadOnlyList<Hyper> hypers)
{
    // A quotient, such as d/heads, may be 0; a symbol is at least 1.
    private readonly Facts facts = new(atom => atom.Contains('/') ? null : hypers.FirstOrDefault(hyper => hyper.Name == atom)?.Minimum ?? 1);
    private readonly List<Condition> conditions = [];

    public IReadOnlyList<Condition> Conditions => conditions;

    /// <summary>The values of hyper-parameters for which the last refused condition fails; null where it fails for every value.</summary>
    public string? Refutation { get; private set; }

    /// <summary>
    /// Decides a condition. One that holds for some values only must hold for the defaults; it is recorded, and taken for granted by
    /// what follows.
    /// </summary>
    public Verdict Require(Condition condition)
    {
        // A quotient has a value where its divisor is at least 1.
        foreach (var divisor in condition.Left.Divisors.Concat(condition.Right.Divisors))
        {
            if (Require(new(divisor, Relation.AtLeast, 1, condition.Reason)) is not Verdict.Holds and var verdict)
                return verdict;
        }
        Refutation = null;
        var answer = Decide(condition);
        if (answer != Answer.Sometimes)
            return answer == Answer.Always ? Verdict.Holds : Verdict.Fails;
        if (batch is not null && condition.Symbols.Contains(batch))
            return Verdict.PinsBatch;
        if (Decide(condition with { Left = hypers.WithDefaults(condition.Left), Right = hypers.WithDefaults(condition.Right) }) == Answer.Never)
        {
            Refutation = string.Join(", ", condition.Symbols.Select(symbol => hypers.FirstOrDefault(hyper => hyper.Name == symbol)).OfType<Hyper>()
                .Select(hyper => $"{hyper.Name} = {hyper.Size}"));
            return Verdict.Fails;
        }
        // What cannot be computed from inputs and hyper-parameters cannot be checked; the engine will say so then.
        if (axes.Read(condition) is var readable && readable.Symbols.All(symbol => Knows(symbol) || MayBeAbsent(symbol)) && conditions.All(earlier => earlier.Text != readable.Text))
            conditions.Add(readable);
        // What holds only where an input is there is nothing to build upon.
        if (!readable.Symbols.Any(MayBeAbsent))
            facts.Learn(condition);
        return Verdict.Holds;
    }

    /// <summary>Takes it for granted that an axis of an input has elements: tensors without any are nobody's input.</summary>
    public void LearnAxis(Dim size) => facts.Learn(new(size, Relation.AtLeast, 1, ""));

    /// <summary>The first symbol of a size that has no value when <c>forward</c> runs, or null where all have one.</summary>
    public string? FindUnknown(Dim size) => axes.Read(size).Symbols.FirstOrDefault(symbol => !Knows(symbol));

    /// <summary>The symbols that have a value when <c>forward</c> runs.</summary>
    public IEnumerable<string> KnownSymbols => axes.Sources.Where(source => !source.IsOptional).Select(source => source.Symbol).Concat(hypers.Where(hyper => hyper.Size is not null).Select(hyper => hyper.Name));

    /// <summary>Whether a symbol has a value only where an input is there that may be absent.</summary>
    public bool MayBeAbsent(string symbol) => axes.Find(symbol) is { IsOptional: true };

    /// <summary>Whether a size has a value when the model is constructed.</summary>
    public bool IsKnownWhenConstructed(Dim size) => hypers.AreAllOf(size);

    /// <summary>The size as what was learned makes it simpler.</summary>
    public Dim Simplify(Dim size) => facts.Simplify(size);

    private bool Knows(string symbol) => axes.Find(symbol) is { IsOptional: false } || hypers.AreAllOf(Dim.Symbol(symbol));

    private Answer Decide(Condition condition) => condition.Relation switch
    {
        Relation.Equal => facts.AreEqual(condition.Left, condition.Right),
        Relation.AtLeast => facts.IsAtLeast(condition.Left, condition.Right),
        _ => facts.IsDivisible(condition.Left, condition.Right),
    };
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
