using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NeuralDsl.Shapes;

/// <summary>
/// A size: a polynomial with 64-bit coefficients over symbols and floor terms, in canonical form, so that two sizes that are
/// equal by the laws of arithmetic have the same text. Operations throw <see cref="OverflowException"/> beyond 64 bits.
/// </summary>
internal sealed class Dim : IEquatable<Dim>
{
    private readonly (Monomial Monomial, long Coefficient)[] terms;

    private Dim(IEnumerable<(Monomial Monomial, long Coefficient)> terms)
    {
        this.terms = [.. terms
            .GroupBy(term => term.Monomial.Text, StringComparer.Ordinal)
            .Select(group => (group.First().Monomial, Coefficient: group.Aggregate(0L, (sum, term) => checked(sum + term.Coefficient))))
            .Where(term => term.Coefficient != 0)
            // Higher degree first, then by name, so that constants come last: 2*D+1.
            .OrderByDescending(term => term.Monomial.Degree)
            .ThenBy(term => term.Monomial.Text, StringComparer.Ordinal)];
        Text = Write(this.terms);
    }

    /// <summary>The canonical text, such as <c>2*D+1</c>; parses back to an equal size.</summary>
    public string Text { get; }

    /// <summary>The value where no symbol is in it.</summary>
    public long? Constant => terms.Length == 0 ? 0 : terms is [{ Monomial.Degree: 0 } only] ? only.Coefficient : null;

    /// <summary>The name where the size is one symbol and nothing else.</summary>
    public string? SymbolName => terms is [{ Coefficient: 1, Monomial: { Degree: 1 } monomial }] && monomial.Factors[0] is SymbolAtom symbol ? symbol.Text : null;

    /// <summary>
    /// The one symbol or floor term that is not known, what it is multiplied by and what is added, where the size is such a line: 2*T+1, d*T;
    /// null otherwise.
    /// </summary>
    public (Atom Atom, Dim Factor, Dim Offset)? Line(Func<string, bool> isKnown)
    {
        bool IsKnown(Atom atom) => Of(atom).Symbols.All(isKnown);
        if (terms.Where(term => !term.Monomial.Factors.All(IsKnown)).ToArray() is not [{ Coefficient: > 0 } only])
            return null;
        if (only.Monomial.Factors.Where(factor => !IsKnown(factor)).ToArray() is not [var atom])
            return null;
        var factor = new Dim([(only.Monomial.Without(Monomial.Of(atom))!, only.Coefficient)]);
        return (atom, factor, this - (factor * Of(atom)));
    }

    /// <summary>The names of the symbols in it, each once, in order of appearance.</summary>
    public IEnumerable<string> Symbols => terms
        .SelectMany(term => term.Monomial.Factors)
        .SelectMany(atom => atom is FloorAtom floor ? floor.Numerator.Symbols.Concat(floor.Denominator.Symbols) : [atom.Text])
        .Distinct();

    /// <summary>What its floor terms divide by, numbers apart; those inside others first.</summary>
    public IEnumerable<Dim> Divisors => terms
        .SelectMany(term => term.Monomial.Factors)
        .OfType<FloorAtom>()
        .SelectMany(floor => floor.Numerator.Divisors.Concat(floor.Denominator.Divisors).Append(floor.Denominator))
        .Where(divisor => divisor.Constant is null);

    /// <summary>The text of the symbol or floor term that the size is and nothing else.</summary>
    public string? AtomText => terms is [{ Coefficient: 1, Monomial: { Degree: 1 } monomial }] ? monomial.Text : null;

    public static implicit operator Dim(long value) => new([(Monomial.One, value)]);

    public static Dim Symbol(string name) => new([(Monomial.Of(new SymbolAtom(name)), 1)]);

    public static Dim operator +(Dim left, Dim right) => new(left.terms.Concat(right.terms));

    public static Dim operator -(Dim value) => value * -1;

    public static Dim operator -(Dim left, Dim right) => left + -right;

    public static Dim operator *(Dim left, Dim right) => new(
        from a in left.terms
        from b in right.terms
        select (a.Monomial * b.Monomial, checked(a.Coefficient * b.Coefficient)));

    /// <summary>Floor division. Exact where it comes out by arithmetic alone; otherwise a canonical floor term remains.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Dim operator /(Dim left, Dim right)
    {
        if (right.Constant is { } constant)
            return left.FloorBy(constant);
        (left, right) = Cancel(left, right);
        if (right.Constant is { } rest)
            return left.FloorBy(rest);
        if (right.terms is [var divisor])
        {
            // By one product: the terms that contain it divide exactly; the rest stays under the floor.
            var exact = left.terms
                .Where(term => term.Coefficient % divisor.Coefficient == 0 && term.Monomial.Without(divisor.Monomial) is not null)
                .ToArray();
            var quotient = new Dim(exact.Select(term => (term.Monomial.Without(divisor.Monomial)!, term.Coefficient / divisor.Coefficient)));
            var remainder = new Dim(left.terms.Except(exact));
            return remainder.terms.Length == 0 ? quotient : quotient + Of(new FloorAtom(remainder, right));
        }
        return left.Equals(right) ? 1 : Of(new FloorAtom(left, right));
    }

    /// <summary>Both sizes without the factor that all their terms have: 3*d and 3*h become d and h. A symbol is no 0 as a divisor.</summary>
    public static (Dim Left, Dim Right) Cancel(Dim left, Dim right)
    {
        var all = left.terms.Concat(right.terms).ToArray();
        if (left.terms.Length == 0 || right.terms.Length == 0)
            return (left, right);
        var number = all.Aggregate(0L, (gcd, term) => Gcd(gcd, term.Coefficient));
        var common = Monomial.One;
        foreach (var factor in all[0].Monomial.Factors)
        {
            var longer = common * Monomial.Of(factor);
            if (all.All(term => term.Monomial.Without(longer) is not null))
                common = longer;
        }
        Dim Without(Dim size) => new(size.terms.Select(term => (term.Monomial.Without(common)!, term.Coefficient / number)));
        return (Without(left), Without(right));
    }

    /// <summary>The value under bindings of symbols to sizes, or null where a symbol has none.</summary>
    public long? Evaluate(Func<string, long?> bindings)
    {
        var sum = 0L;
        foreach (var (monomial, coefficient) in terms)
        {
            var product = coefficient;
            foreach (var factor in monomial.Factors)
            {
                if (factor.Evaluate(bindings) is not { } value)
                    return null;
                product = checked(product * value);
            }
            sum = checked(sum + product);
        }
        return sum;
    }

    /// <summary>What the constant leaves when divided by the greatest common divisor of the other coefficients: 1 of 2*T + 2*S + 3.</summary>
    public long Remainder
    {
        get
        {
            var common = terms.Where(term => term.Monomial.Degree > 0).Aggregate(0L, (gcd, term) => Gcd(gcd, term.Coefficient));
            var constant = terms.Where(term => term.Monomial.Degree == 0).Select(term => term.Coefficient).FirstOrDefault();
            return common == 0 ? 0 : constant % common;
        }
    }

    /// <summary>The size with symbols replaced; a symbol for which <paramref name="replace"/> gives null stays.</summary>
    public Dim Substitute(Func<string, Dim?> replace) => terms.Aggregate((Dim)0, (sum, term) =>
        sum + term.Monomial.Factors.Aggregate((Dim)term.Coefficient, (product, factor) => product * (factor switch
        {
            FloorAtom floor => floor.Numerator.Substitute(replace) / floor.Denominator.Substitute(replace),
            IndicatorAtom indicator => indicator.Substitute(replace),
            _ => replace(factor.Text) ?? Of(factor),
        })));

    /// <summary>The size with floor terms replaced, those that contain others first; one for which <paramref name="replace"/> gives null stays.</summary>
    public Dim ReplaceFloors(Func<FloorAtom, Dim?> replace) => terms.Aggregate((Dim)0, (sum, term) =>
        sum + term.Monomial.Factors.Aggregate((Dim)term.Coefficient, (product, factor) => product * (factor is FloorAtom floor
            ? replace(floor) ?? (floor.Numerator.ReplaceFloors(replace) / floor.Denominator.ReplaceFloors(replace))
            : Of(factor))));

    /// <summary>The size with <c>divisor*(number/divisor)</c> written as <c>number</c>, which holds where the division is exact.</summary>
    public Dim UndoDivision(Dim number, Dim divisor)
    {
        if (divisor.terms is not [var by] || (number / divisor).terms is not [{ Coefficient: 1, Monomial: { Degree: 1 } quotient }])
            return this;
        var product = by.Monomial * quotient;
        return terms.Aggregate((Dim)0, (sum, term) => term.Coefficient % by.Coefficient == 0 && term.Monomial.Without(product) is { } rest
            ? sum + (new Dim([(rest, term.Coefficient / by.Coefficient)]) * number)
            : sum + new Dim([term]));
    }

    /// <summary>A number that the size is never below when every symbol is at least its minimum; null where this way finds none.</summary>
    /// <param name="minimumOf">The least value of a symbol or floor term by its text; null where it is not known.</param>
    public long? LowerBound(Func<string, long?> minimumOf)
    {
        // With every atom written as its own minimum plus something not negative, a polynomial whose coefficients are then all
        // positive is smallest where that something is 0.
        Dim shifted = 0;
        foreach (var (monomial, coefficient) in terms)
        {
            Dim product = coefficient;
            foreach (var factor in monomial.Factors)
            {
                if ((factor is IndicatorAtom ? 0 : minimumOf(factor.Text) ?? (factor as FloorAtom)?.LowerBound(minimumOf)) is not { } minimum)
                    return null;
                product *= Of(factor) + minimum;
            }
            shifted += product;
        }
        return shifted.terms.All(term => term.Monomial.Degree == 0 || term.Coefficient > 0)
            ? shifted.terms.Where(term => term.Monomial.Degree == 0).Select(term => term.Coefficient).FirstOrDefault()
            : null;
    }

    /// <summary>The size as a C# expression; a floor division of what is never negative is C#'s.</summary>
    public string ToCSharp(Func<string, string> symbol)
    {
        if (terms.Length == 0)
            return "0";
        var text = new StringBuilder();
        foreach (var (monomial, coefficient) in terms)
        {
            var factors = monomial.Factors.Select(factor => factor is FloorAtom floor
                ? Quotient(floor) is var quotient && (monomial.Degree > 1 || Math.Abs(coefficient) != 1) ? $"({quotient})" : quotient
                : symbol(factor.Text)).ToList();
            if (Math.Abs(coefficient) != 1 || monomial.Degree == 0)
                factors.Insert(0, Math.Abs(coefficient).ToString(CultureInfo.InvariantCulture));
            text.Append(text.Length == 0 ? (coefficient < 0 ? "-" : "") : coefficient < 0 ? " - " : " + ");
            text.Append(string.Join(" * ", factors));
        }
        return text.ToString();

        string Quotient(FloorAtom floor) => floor.Numerator.LowerBound(_ => 1) >= 0
            ? $"{Operand(floor.Numerator)} / {Operand(floor.Denominator)}"
            // In parentheses, since a text with holes would read the colons as the beginning of a format.
            : $"(global::NeuralDsl.FloorDivision.Of({floor.Numerator.ToCSharp(symbol)}, {floor.Denominator.ToCSharp(symbol)}))";

        string Operand(Dim size) => size.SymbolName is not null || size.Constant is not null ? size.ToCSharp(symbol) : $"({size.ToCSharp(symbol)})";
    }

    public bool Equals(Dim? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as Dim);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;

    /// <summary>Rounds toward negative infinity, unlike C#'s <c>/</c>.</summary>
    internal static long Floor(long numerator, long denominator)
    {
        var quotient = checked(numerator / denominator);
        return numerator % denominator != 0 && (numerator < 0) != (denominator < 0) ? quotient - 1 : quotient;
    }

    internal static string Parenthesize(Dim dim) =>
        dim.terms is [{ Coefficient: 1, Monomial: { Degree: 1 } monomial }] && monomial.Factors[0] is SymbolAtom || dim.Constant >= 0
            ? dim.Text
            : $"({dim.Text})";

    internal static Dim Of(Atom atom) => new([(Monomial.Of(atom), 1)]);

    private Dim FloorBy(long divisor)
    {
        if (divisor == 0)
            throw new DivideByZeroException();
        if (divisor < 0)
            return (-this).FloorBy(checked(-divisor));
        if (divisor == 1)
            return this;

        // c*m = divisor*q*m + r*m with 0 <= r < divisor: the whole part leaves the floor, since m is a whole number.
        var whole = new Dim(terms.Select(term => (term.Monomial, Floor(term.Coefficient, divisor))));
        var rest = this - (whole * divisor);
        if (rest.Constant is not null)
            return whole;

        // floor((g*x + c) / (g*d)) = floor((x + floor(c/g)) / d).
        var common = rest.terms.Where(term => term.Monomial.Degree > 0).Aggregate(divisor, (gcd, term) => Gcd(gcd, term.Coefficient));
        var numerator = new Dim(rest.terms.Select(term => (term.Monomial, Floor(term.Coefficient, common))));
        divisor /= common;
        if (divisor == 1)
            return whole + numerator;

        // floor((floor(x/a) + c) / b) = floor((x + a*c) / (a*b)): halving twice is quartering.
        if (numerator.terms is [{ Coefficient: 1, Monomial: { Degree: 1 } inner }, ..] && numerator.terms.Skip(1).All(term => term.Monomial.Degree == 0)
            && inner.Factors[0] is FloorAtom { Denominator.Constant: > 0 } floor)
        {
            var offset = numerator.terms.Skip(1).Sum(term => term.Coefficient);
            return whole + ((floor.Numerator + (floor.Denominator * offset)) / (floor.Denominator * divisor));
        }
        return whole + Of(new FloorAtom(numerator, divisor));
    }

    private static long Gcd(long a, long b) => b == 0 ? Math.Abs(a) : Gcd(b, a % b);

    private static string Write((Monomial Monomial, long Coefficient)[] terms)
    {
        if (terms.Length == 0)
            return "0";
        var text = new StringBuilder();
        foreach (var (monomial, coefficient) in terms)
        {
            if (coefficient > 0 && text.Length > 0)
                text.Append('+');
            if (monomial.Degree == 0 || coefficient is not (1 or -1))
                text.Append(coefficient.ToString(CultureInfo.InvariantCulture));
            else if (coefficient == -1)
                text.Append('-');
            if (monomial.Degree == 0)
                continue;
            if (coefficient is not (1 or -1))
                text.Append('*');
            // -(a/b) and 2*(a/b) need the parentheses to parse back; a/b+1 does not.
            var alone = monomial.Degree == 1 && monomial.Factors[0] is FloorAtom && coefficient != 1;
            text.Append(alone ? $"({monomial.Text})" : monomial.Text);
        }
        return text.ToString();
    }
}
