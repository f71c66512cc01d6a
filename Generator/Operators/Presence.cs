using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>When a layer is there: where one of several comparisons of sizes holds.</summary>
internal sealed record Presence(EquatableArray<Comparison> Alternatives)
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "<", ">"];

    /// <summary>1 where the layer is there, else 0.</summary>
    public Dim Indicator => 1 - Alternatives.Aggregate((Dim)1, (absent, comparison) =>
        absent * (1 - IndicatorAtom.Create(comparison.Left, comparison.Sign, comparison.Right)));

    /// <summary>The names in it, each once.</summary>
    public IEnumerable<string> Symbols => Alternatives.SelectMany(comparison => comparison.Left.Symbols.Concat(comparison.Right.Symbols)).Distinct();

    /// <summary>Reads <c>a != b || c &gt; d</c>.</summary>
    /// <exception cref="ShapeSyntaxException">The text is no condition.</exception>
    public static Presence Parse(string text)
    {
        var alternatives = new List<Comparison>();
        var start = 0;
        foreach (var part in text.Split(["||"], StringSplitOptions.None))
        {
            var sign = Signs.FirstOrDefault(candidate => part.IndexOf(candidate, StringComparison.Ordinal) >= 0)
                ?? throw new ShapeSyntaxException("expected a comparison such as 'stride != 1'", start, part.Length);
            var at = part.IndexOf(sign, StringComparison.Ordinal);
            alternatives.Add(new(Side(part, 0, at, start), sign, Side(part, at + sign.Length, part.Length, start)));
            start += part.Length + 2;
        }
        return new(alternatives.ToEquatableArray());
    }

    /// <summary>A size with what must hold where the layer is not there: of <c>stride != 1</c> that the stride is 1; null where it divides by 0 then.</summary>
    public Dim? WhereAbsent(Dim size)
    {
        foreach (var comparison in Alternatives.Where(comparison => comparison.Sign == "!="))
        {
            var (symbol, value) = comparison.Left.SymbolName is { } left ? (left, comparison.Right) : (comparison.Right.SymbolName, comparison.Left);
            if (symbol is null)
                continue;
            if (size.Divisors.Any(divisor => divisor.Substitute(name => name == symbol ? value : null).Constant == 0))
                return null;
            size = size.Substitute(name => name == symbol ? value : null);
        }
        return size;
    }

    /// <summary>The condition as C#.</summary>
    public string ToCSharp(Func<Dim, string> size) =>
        string.Join(" || ", Alternatives.Select(comparison => $"{size(comparison.Left)} {comparison.Sign} {size(comparison.Right)}"));

    private static Dim Side(string part, int start, int end, int offset)
    {
        var side = part.Substring(start, end - start);
        var blanks = side.Length - side.TrimStart().Length;
        try
        {
            return ShapeParser.ParseDim(side.Trim());
        }
        catch (ShapeSyntaxException error)
        {
            throw new ShapeSyntaxException(error.Message, offset + start + blanks + error.Start, error.Length);
        }
    }
}

/// <summary>A comparison of two sizes.</summary>
/// <param name="Left">One size.</param>
/// <param name="Sign">C#'s operator.</param>
/// <param name="Right">The other size.</param>
internal sealed record Comparison(Dim Left, string Sign, Dim Right);
