using System.Globalization;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>
/// A pattern of einops' notation (Rogozhnikov, 2022), such as <c>n t (h e) -> n h t e</c>: each side is a list of axes, an axis being
/// a name, a number, or names and numbers in parentheses whose sizes multiply.
/// </summary>
internal sealed record EinopsPattern(IReadOnlyList<EinopsGroup> Left, IReadOnlyList<EinopsGroup> Right)
{
    /// <exception cref="ShapeSyntaxException">The text is no pattern.</exception>
    public static EinopsPattern Parse(string text)
    {
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        if (arrow < 0)
            throw new ShapeSyntaxException("expected '->' between the axes before and after", text.Length, 0);
        return new(ParseSide(text, 0, arrow), ParseSide(text, arrow + 2, text.Length));
    }

    private static List<EinopsGroup> ParseSide(string text, int start, int end)
    {
        var side = new List<EinopsGroup>();
        var seen = new HashSet<string>();
        List<EinopsAxis>? group = null;
        var opened = 0;
        for (var at = start; at < end;)
        {
            var c = text[at];
            var begin = at++;
            if (c is ' ')
                continue;
            if (c == '(')
            {
                if (group is not null)
                    throw new ShapeSyntaxException("parentheses do not stand in parentheses", begin, 1);
                (group, opened) = ([], begin);
            }
            else if (c == ')')
            {
                side.Add(new(group ?? throw new ShapeSyntaxException("this ')' closes nothing", begin, 1), opened, at - opened));
                group = null;
            }
            else if (c is >= '0' and <= '9' || char.IsLetter(c) || c == '_')
            {
                var isNumber = c is >= '0' and <= '9';
                while (at < end && (isNumber ? text[at] is >= '0' and <= '9' : char.IsLetterOrDigit(text[at]) || text[at] == '_'))
                    at++;
                var axis = isNumber ? Number(text.Substring(begin, at - begin), begin) : new EinopsAxis(text.Substring(begin, at - begin), begin, at - begin, null);
                if (!seen.Add(axis.Name))
                    throw new ShapeSyntaxException($"the axis '{axis.Name}' stands twice on one side", begin, at - begin);
                // A 1 is no axis to move: what has no elements beside it comes and goes with a reshape.
                EinopsAxis[] axes = axis.Size == 1 ? [] : [axis];
                if (group is null)
                    side.Add(new(axes, begin, at - begin));
                else
                    group.AddRange(axes);
            }
            else if (c == '.')
            {
                while (at < end && text[at] == '.')
                    at++;
                throw new ShapeSyntaxException("an ellipsis does not say which axes there are: name each", begin, at - begin);
            }
            else
            {
                throw new ShapeSyntaxException($"expected an axis but found '{c}'", begin, 1);
            }
        }
        return group is null ? side : throw new ShapeSyntaxException("this '(' is not closed", opened, 1);
    }

    /// <summary>An axis that has a size but no name of its own; two of one size are two axes.</summary>
    private static EinopsAxis Number(string text, int start)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            throw new ShapeSyntaxException("the number is larger than 64 bits hold", start, text.Length);
        return size > 0
            ? new($"{text}@{start.ToString(CultureInfo.InvariantCulture)}", start, text.Length, size)
            : throw new ShapeSyntaxException("an axis has at least 1 element, not 0", start, text.Length);
    }
}

/// <summary>One axis of the tensor: the axes of the pattern whose sizes multiply to its size; of a 1 none.</summary>
/// <param name="Axes">The axes.</param>
/// <param name="Start">The first character, which is a parenthesis where there is one.</param>
/// <param name="Length">The number of characters.</param>
internal sealed record EinopsGroup(IReadOnlyList<EinopsAxis> Axes, int Start, int Length);

/// <summary>An axis of a pattern.</summary>
/// <param name="Name">Its name; of a number one that no name can be.</param>
/// <param name="Start">The first character.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Size">The size of a number; null for a name.</param>
internal sealed record EinopsAxis(string Name, int Start, int Length, long? Size);
