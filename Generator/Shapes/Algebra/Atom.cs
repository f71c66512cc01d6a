using System;

namespace NeuralDsl.Shapes;

/// <summary>What a <see cref="Dim"/> multiplies: a symbol or a floor term. Atoms are whole numbers whose factors are not known.</summary>
internal abstract class Atom
{
    private protected Atom(string text) => Text = text;

    /// <summary>The canonical text, which is also the atom's identity.</summary>
    public string Text { get; }

    /// <summary>The atom's value, or null where a symbol in it has none.</summary>
    public abstract long? Evaluate(Func<string, long?> bindings);
}

/// <summary>A size that is known only at run time, by name: batch, sequence length.</summary>
internal sealed class SymbolAtom(string name) : Atom(name)
{
    public override long? Evaluate(Func<string, long?> bindings) => bindings(Text);
}

/// <summary><c>floor(numerator / denominator)</c> where the division does not come out for every value.</summary>
internal sealed class FloorAtom(Dim numerator, Dim denominator)
    : Atom($"{Dim.Parenthesize(numerator)}/{Dim.Parenthesize(denominator)}")
{
    public Dim Numerator { get; } = numerator;

    public Dim Denominator { get; } = denominator;

    /// <summary>A number that the quotient is never below, where the denominator is a positive number.</summary>
    public long? LowerBound(Func<string, long?> minimumOf) =>
        Denominator.Constant is > 0 and var divisor && Numerator.LowerBound(minimumOf) is { } least ? Dim.Floor(least, divisor) : null;

    public override long? Evaluate(Func<string, long?> bindings) =>
        Numerator.Evaluate(bindings) is { } numerator && Denominator.Evaluate(bindings) is { } denominator and not 0
            ? Dim.Floor(numerator, denominator)
            : null;
}
