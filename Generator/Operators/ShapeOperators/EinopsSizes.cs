using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>The sizes that a pattern's axes are given: <c>h=heads, e=2*d</c>.</summary>
internal static class EinopsSizes
{
    /// <exception cref="ShapeSyntaxException">The text gives no sizes, or one twice.</exception>
    public static IReadOnlyList<EinopsSize> Parse(string text)
    {
        var sizes = new List<EinopsSize>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or ',')
            {
                at++;
                continue;
            }
            var end = text.IndexOfAny([' ', ','], at) is var found and >= 0 ? found : text.Length;
            var size = ParseOne(text.Substring(at, end - at), at);
            if (sizes.Any(other => other.Name == size.Name))
                throw new ShapeSyntaxException($"the size of '{size.Name}' is given twice", at, end - at);
            sizes.Add(size);
            at = end;
        }
        return sizes;
    }

    private static EinopsSize ParseOne(string text, int start)
    {
        try
        {
            return ShapeParser.Parse(text).Axes[0] is { Name: { } name } axis
                ? new(name, axis.Size, start, text.Length)
                : throw new ShapeSyntaxException($"expected the name of an axis with its size, such as 'h={text}'", 0, text.Length);
        }
        catch (ShapeSyntaxException error)
        {
            throw new ShapeSyntaxException(error.Message, start + error.Start, error.Length);
        }
    }
}

/// <summary>The size of one axis.</summary>
/// <param name="Name">The axis of the pattern.</param>
/// <param name="Size">The size.</param>
/// <param name="Start">The first character.</param>
/// <param name="Length">The number of characters.</param>
internal sealed record EinopsSize(string Name, Dim Size, int Start, int Length);
