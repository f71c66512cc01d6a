using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>
/// A second reading of the language's sizes, by numbers alone: nothing of the compiler's algebra is in it, so that it can judge it.
/// </summary>
internal sealed partial class SizeText
{
    private readonly string text;
    private readonly Func<string, long> valueOf;
    private int position;

    private SizeText(string text, Func<string, long> valueOf)
    {
        this.text = text;
        this.valueOf = valueOf;
    }

    /// <exception cref="EngineException">The text is no size, or has a symbol without a value.</exception>
    public static long Evaluate(string text, Func<string, long> valueOf)
    {
        var reader = new SizeText(text, valueOf);
        var value = reader.Sum();
        return reader.position == text.Length ? value : throw new EngineException($"'{text}' is no size");
    }

    /// <summary>The sizes of a shape, without the names of its axes.</summary>
    public static long[] EvaluateShape(string shape, Func<string, long> valueOf) =>
        [.. AxesOf(shape).Select(axis => Evaluate(axis, valueOf))];

    /// <summary>The expressions of a shape's axes.</summary>
    public static string[] AxesOf(string shape) =>
        [.. shape.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(axis => axis[(axis.IndexOf('=') + 1)..])];

    /// <summary>The symbol that follows from an axis, and how: from T itself, and from a line such as 2*T+1, but not from T/2.</summary>
    public static (string Symbol, long Factor, long Offset)? LineOf(string axis) => Line().Match(axis) is { Success: true, Groups: var groups }
        ? (groups["symbol"].Value, Number(groups["factor"].Value, 1), Number(groups["offset"].Value, 0))
        : null;

    /// <summary>The names in a size or shape.</summary>
    public static IEnumerable<string> SymbolsOf(string text) => Names().Matches(text).Select(match => match.Value);

    private static long Number(string text, long fallback) => text.Length == 0 ? fallback : long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private long Sum()
    {
        var value = Product();
        while (position < text.Length && text[position] is '+' or '-')
            value = text[position++] == '+' ? value + Product() : value - Product();
        return value;
    }

    private long Product()
    {
        var value = Factor();
        while (position < text.Length && text[position] is '*' or '/')
        {
            if (text[position++] == '*')
            {
                value *= Factor();
                continue;
            }
            var divisor = Factor();
            if (divisor == 0)
                throw new EngineException("division by zero");
            value = (long)Math.Floor((decimal)value / divisor);
        }
        return value;
    }

    private long Factor()
    {
        var start = position;
        if (position == text.Length)
            throw new EngineException($"'{text}' is no size");
        switch (text[position++])
        {
            case '-':
                return -Factor();
            case '(':
                var value = Sum();
                if (position == text.Length || text[position++] != ')')
                    throw new EngineException($"'{text}' is no size");
                return value;
        }
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_'))
            position++;
        var token = text[start..position];
        return char.IsDigit(token[0]) ? long.Parse(token, CultureInfo.InvariantCulture) : valueOf(token);
    }

    [GeneratedRegex(@"^((?<factor>\d+)\*)?(?<symbol>\??[A-Za-z_]\w*)(?<offset>[+-]\d+)?$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\??[A-Za-z_]\w*(?![\w=])")]
    private static partial Regex Names();
}
