using System;

namespace NeuralDsl.Shapes;

/// <summary>1 where a comparison of two sizes holds and 0 where it does not, so that a layer that may not be there can be counted.</summary>
internal sealed class IndicatorAtom(Dim left, string comparison, Dim right) : Atom($"[{left}{comparison}{right}]")
{
    public override long? Evaluate(Func<string, long?> bindings) =>
        left.Evaluate(bindings) is { } a && right.Evaluate(bindings) is { } b ? (Holds(a, comparison, b) ? 1 : 0) : null;

    /// <summary>The indicator with symbols replaced, which is a number where both sizes are.</summary>
    public Dim Substitute(Func<string, Dim?> replace) => Create(left.Substitute(replace), comparison, right.Substitute(replace));

    /// <summary>The indicator of a comparison; a number where their difference is.</summary>
    public static Dim Create(Dim left, string comparison, Dim right) => (left - right).Constant is { } difference
        ? (Holds(difference, comparison, 0) ? 1 : 0)
        : Dim.Of(new IndicatorAtom(left, comparison, right));

    private static bool Holds(long left, string comparison, long right) => comparison switch
    {
        "==" => left == right,
        "!=" => left != right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    };
}
