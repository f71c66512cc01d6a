using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>
/// A pattern of einops' notation (Rogozhnikov, 2022), such as <c>n t (h e) -> n h t e</c>: each side is a list of axes, an axis being
/// a name, <c>1</c>, or names in parentheses whose sizes multiply.
/// </summary>
internal sealed record EinopsPattern(IReadOnlyList<IReadOnlyList<EinopsAxis>> Left, IReadOnlyList<IReadOnlyList<EinopsAxis>> Right)
{
    /// <exception cref="ShapeSyntaxException">The text is no pattern.</exception>
    public static EinopsPattern Parse(string text)
    {
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        if (arrow < 0)
            throw new ShapeSyntaxException("expected '->' between the axes before and after", text.Length, 0);
        return new(ParseSide(text, 0, arrow), ParseSide(text, arrow + 2, text.Length));
    }

    private static List<IReadOnlyList<EinopsAxis>> ParseSide(string text, int start, int end)
    {
        var side = new List<IReadOnlyList<EinopsAxis>>();
        var seen = new HashSet<string>();
        List<EinopsAxis>? group = null;
        for (var at = start; at < end;)
        {
            var c = text[at];
            if (c is ' ')
            {
                at++;
            }
            else if (c == '(' && group is null)
            {
                group = [];
                at++;
            }
            else if (c == ')' && group is not null)
            {
                side.Add(group);
                group = null;
                at++;
            }
            else if (c == '1')
            {
                if (group is null)
                    side.Add([]);
                at++;
            }
            else if (char.IsLetter(c) || c == '_')
            {
                var begin = at;
                while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
                    at++;
                var axis = new EinopsAxis(text.Substring(begin, at - begin), begin);
                if (!seen.Add(axis.Name))
                    throw new ShapeSyntaxException($"the axis '{axis.Name}' stands twice on one side", begin, axis.Name.Length);
                if (group is null)
                    side.Add([axis]);
                else
                    group.Add(axis);
            }
            else
            {
                throw new ShapeSyntaxException($"expected an axis but found '{c}'", at, 1);
            }
        }
        return group is null ? side : throw new ShapeSyntaxException("expected ')'", end, 0);
    }
}

/// <summary>An axis of a pattern, with the place of its first character.</summary>
internal sealed record EinopsAxis(string Name, int Start);
