using System;
using System.Collections.Generic;
using System.Globalization;

namespace NeuralDsl.Shapes;

/// <summary>Reads shapes: axes separated by blanks, an axis being <c>[name=]expression</c>, in one pass by recursive descent.</summary>
internal sealed class ShapeParser
{
    // Deeper nesting is a mistake, and unbounded recursion would take the editor down.
    private const int MaxDepth = 64;

    private readonly string text;
    private readonly string owner;
    private int position;
    private int depth;
    private int axis;
    private bool readsIndicators;

    private ShapeParser(string text, string owner = "")
    {
        this.text = text;
        this.owner = owner;
    }

    private char Current => position < text.Length ? text[position] : '\0';

    /// <param name="text">The shape, such as <c>N C=3 H=28 W=28</c>.</param>
    /// <param name="owner">Whose shape it is: a <c>?</c> equals only the <c>?</c> of the same axis of the same owner.</param>
    /// <exception cref="ShapeSyntaxException">The text is no shape.</exception>
    public static Shape Parse(string text, string owner = "")
    {
        var parser = new ShapeParser(text, owner);
        var axes = new List<Axis>();
        for (parser.SkipBlanks(); parser.position < text.Length; parser.SkipBlanks())
        {
            axes.Add(parser.ReadAxis());
            parser.axis++;
        }
        return new(axes);
    }

    /// <summary>Reads one size; blanks are not allowed in it.</summary>
    /// <exception cref="ShapeSyntaxException">The text is no size.</exception>
    public static Dim ParseDim(string text)
    {
        var parser = new ShapeParser(text);
        var dim = parser.ReadExpression();
        return parser.position == text.Length ? dim : throw parser.Unexpected("the end of the size");
    }

    /// <summary>Reads a count as <see cref="Dim.Text"/> writes it, which may hold indicators such as <c>[stride!=1]</c>; users cannot write these.</summary>
    /// <exception cref="ShapeSyntaxException">The text is no count.</exception>
    public static Dim ParseCount(string text)
    {
        var parser = new ShapeParser(text) { readsIndicators = true };
        var count = parser.ReadExpression();
        return parser.position == text.Length ? count : throw parser.Unexpected("the end of the count");
    }

    /// <summary>Where a name stands in a text as a whole word; -1 where it does not.</summary>
    public static int IndexOf(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsNamePart(text[at - 1])) && (end == text.Length || !IsNamePart(text[end])))
                return at;
        }
        return -1;
    }

    private Axis ReadAxis()
    {
        var start = position;
        string? name = null;
        if (IsNameStart(Current))
        {
            var identifier = ReadName();
            if (Current == '=')
            {
                position++;
                name = identifier;
            }
            else
            {
                position = start;
            }
        }

        var sizeStart = position;
        var size = ReadExpression();
        if (position < text.Length && !IsBlank(Current))
            throw Unexpected("a blank before the next axis");
        if (size.Constant <= 0)
            throw new ShapeSyntaxException($"an axis has at least 1 element, not {size}", sizeStart, position - sizeStart);
        return new(size, name ?? size.SymbolName);
    }

    private Dim ReadExpression()
    {
        var value = ReadTerm();
        while (Current is '+' or '-')
        {
            var isSum = Take() == '+';
            var right = ReadTerm();
            value = Checked(() => isSum ? value + right : value - right);
        }
        return value;
    }

    private Dim ReadTerm()
    {
        var value = ReadFactor();
        while (Current is '*' or '/')
        {
            var isProduct = Take() == '*';
            var start = position;
            var right = ReadFactor();
            if (!isProduct && right.Constant == 0)
                throw new ShapeSyntaxException("division by zero", start, position - start);
            value = Checked(() => isProduct ? value * right : value / right);
        }
        return value;
    }

    private Dim ReadFactor()
    {
        if (Current is '(' or '-')
            return ReadNested();
        if (Current == '[' && readsIndicators)
            return ReadIndicator();
        var start = position;
        if (Current == '?')
        {
            // A size that depends on data equals only itself: a symbol of its own. Canonical text says whose, as in ?mask1.
            position++;
            var name = ReadName();
            return Dim.Symbol(name.Length > 0 ? $"?{name}" : $"?{owner}{axis}");
        }
        if (IsNameStart(Current))
            return Dim.Symbol(ReadName());
        while (Current is >= '0' and <= '9')
            position++;
        if (position == start)
            throw Unexpected("a size or a name");
        return long.TryParse(text.Substring(start, position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ShapeSyntaxException("the number is larger than 64 bits hold", start, position - start);
    }

    private Dim ReadNested()
    {
        if (++depth > MaxDepth)
            throw new ShapeSyntaxException($"more than {MaxDepth} parentheses or signs", position, 1);
        Dim value;
        if (Take() == '-')
        {
            value = -ReadFactor();
        }
        else
        {
            value = ReadExpression();
            if (Current != ')')
                throw Unexpected("')'");
            position++;
        }
        depth--;
        return value;
    }

    private Dim ReadIndicator()
    {
        position++;
        var left = ReadExpression();
        var start = position;
        while (Current is '=' or '!' or '<' or '>')
            position++;
        var comparison = text.Substring(start, position - start);
        var right = ReadExpression();
        if (Current != ']')
            throw Unexpected("']'");
        position++;
        return IndicatorAtom.Create(left, comparison, right);
    }

    private string ReadName()
    {
        var start = position;
        while (IsNamePart(Current))
            position++;
        return text.Substring(start, position - start);
    }

    private Dim Checked(Func<Dim> operation)
    {
        try
        {
            return operation();
        }
        catch (OverflowException)
        {
            throw new ShapeSyntaxException("the size is larger than 64 bits hold", 0, text.Length);
        }
    }

    private char Take() => text[position++];

    private void SkipBlanks()
    {
        while (position < text.Length && IsBlank(Current))
            position++;
    }

    private ShapeSyntaxException Unexpected(string expected) => position < text.Length
        ? new($"expected {expected} but found '{Current}'", position, 1)
        : new($"expected {expected} but the text ends", text.Length, 0);

    private static bool IsBlank(char c) => c is ' ' or '\t';

    private static bool IsNamePart(char c) => IsNameStart(c) || c is >= '0' and <= '9';

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
