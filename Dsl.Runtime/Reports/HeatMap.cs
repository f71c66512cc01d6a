using System.Globalization;
using System.Xml.Linq;

namespace NeuralDsl;

/// <summary>A confusion matrix in colours: a row for each class, as dark as the share of its rows.</summary>
/// <param name="confusion">The matrix.</param>
/// <param name="names">The classes' names.</param>
internal sealed class HeatMap(ConfusionMatrix confusion, Func<int, string> names)
{
    /// <summary>More classes than this are no picture any more.</summary>
    public const int MostClasses = 100;

    /// <summary>Up to so many classes the counts are written into the cells.</summary>
    private const int MostNumbers = 20;

    private const int MostLetters = 14;

    private readonly double cell = confusion.Classes <= MostNumbers ? Math.Max(34, 240.0 / confusion.Classes) : 600.0 / confusion.Classes;

    /// <summary>The picture with its title.</summary>
    public XElement ToFigure()
    {
        var classes = Enumerable.Range(0, confusion.Classes).ToArray();
        var longest = classes.Max(index => Short(index).Length);
        var left = 40 + (longest * 7.2);
        // Names that are wider than their column stand on end.
        var isUpright = longest * 7.2 > cell;
        var top = isUpright ? 34 + (longest * 7.2) : 44;
        var size = confusion.Classes * cell;
        // Of many classes not every one can be named.
        var every = Math.Max(1, (int)Math.Ceiling(14 / cell));
        var labels = classes.Where(index => index % every == 0).SelectMany(index => new[]
        {
            Markup.Label(left - 8, top + ((index + 0.5) * cell) + 4, Short(index), anchor: "end"),
            isUpright ? Upright(left + ((index + 0.5) * cell) + 4, top - 8, Short(index)) : Markup.Label(left + ((index + 0.5) * cell), top - 8, Short(index)),
        });
        const string title = "Confusion matrix";
        return Markup.Html(
            "figure",
            Markup.Html("figcaption", title),
            Markup.Drawing(
                left + size + 8, top + size + 8, title, ("class", "matrix"), ("style", FormattableString.Invariant($"max-width:{left + size + 8:0}px")),
                Markup.Label(left + (size / 2), 14, "predicted", "title"),
                Markup.Svg("text", ("transform", FormattableString.Invariant($"translate(14 {top + (size / 2):0.#}) rotate(-90)")), ("class", "title"), ("text-anchor", "middle"), "actual"),
                labels, classes.SelectMany(actual => classes.SelectMany(predicted => Cell(actual, predicted, left, top)))));
    }

    private static XElement Upright(double x, double y, string text) =>
        Markup.Svg("text", ("transform", FormattableString.Invariant($"translate({x:0.##} {y:0.##}) rotate(-90)")), ("class", "label"), text);

    private IEnumerable<XElement> Cell(int actual, int predicted, double left, double top)
    {
        var count = confusion[actual, predicted];
        var isEmpty = count == 0;
        if (isEmpty && confusion.Classes > MostNumbers)
            yield break;
        var share = isEmpty ? 0 : (double)count / confusion.Support(actual);
        var (x, y) = (left + (predicted * cell), top + (actual * cell));
        yield return Markup.Svg(
            "rect", ("x", x + 1), ("y", y + 1), ("width", cell - 2), ("height", cell - 2), ("rx", Math.Min(3, cell / 6)), ("class", isEmpty ? "none" : actual == predicted ? "right" : "wrong"),
            isEmpty ? null : ("fill-opacity", 0.15 + (0.85 * share)),
            Markup.Svg("title", string.Create(CultureInfo.InvariantCulture, $"{names(actual)} taken for {names(predicted)}: {count:N0} ({share:0.0 %})")));
        if (!isEmpty && confusion.Classes <= MostNumbers)
            yield return Markup.Label(x + (cell / 2), y + (cell / 2) + 4, Number(count), share > 0.55 ? "label dark" : "label");
    }

    private static string Number(long count) => count < 100_000 ? count.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{count / 1000:N0}k");

    private string Short(int index) => names(index) is { Length: > MostLetters } name ? name[..(MostLetters - 1)] + "…" : names(index);
}
