using System;
using System.Collections.Generic;
using System.Linq;

namespace NeuralDsl.Shapes;

/// <summary>A product of atoms, in canonical order; the empty product is 1.</summary>
internal sealed class Monomial
{
    public static readonly Monomial One = new([]);

    private readonly Atom[] factors;

    private Monomial(Atom[] factors)
    {
        this.factors = factors;
        Text = string.Join("*", factors.Select(factor => factor is FloorAtom && factors.Length > 1 ? $"({factor.Text})" : factor.Text));
    }

    public static Monomial Of(Atom atom) => new([atom]);

    public string Text { get; }

    public int Degree => factors.Length;

    public IReadOnlyList<Atom> Factors => factors;

    public static Monomial operator *(Monomial left, Monomial right) =>
        left.Degree == 0 ? right : right.Degree == 0 ? left : new([.. left.factors.Concat(right.factors)
            .OrderBy(factor => factor is FloorAtom)
            .ThenBy(factor => factor.Text, StringComparer.Ordinal)]);

    /// <summary>The product without the factors of <paramref name="divisor"/>, or null where one of them is missing.</summary>
    public Monomial? Without(Monomial divisor)
    {
        var rest = factors.ToList();
        foreach (var factor in divisor.factors)
        {
            var at = rest.FindIndex(candidate => candidate.Text == factor.Text);
            if (at < 0)
                return null;
            rest.RemoveAt(at);
        }
        return new([.. rest]);
    }
}
