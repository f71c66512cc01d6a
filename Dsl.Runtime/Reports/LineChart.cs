using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace NeuralDsl;

/// <summary>Lines over a common axis, with a legend where the axis does not name them.</summary>
/// <param name="title">What it shows.</param>
/// <param name="xTitle">What is along the horizontal axis.</param>
/// <param name="yTitle">What is along the vertical axis.</param>
/// <param name="series">The lines.</param>
internal sealed class LineChart(string title, string xTitle, string yTitle, IReadOnlyList<Series> series)
{
    private const double Width = 560;
    private const double Height = 320;
    private const double Left = 72;
    private const double Right = Width - 16;
    private const double Top = 14;
    private const double Bottom = Height - 48;

    /// <summary>Lines of so many points have a mark at each.</summary>
    private const int MostMarks = 40;

    /// <summary>Whether both axes go from 0 to 1, with a diagonal that is what chance makes.</summary>
    public bool IsUnitSquare { get; init; }

    /// <summary>Whether there is a diagonal from corner to corner.</summary>
    public bool HasDiagonal { get; init; }

    /// <summary>Whether the vertical axis is in per cent.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether a point's height holds from the point before it.</summary>
    public bool IsStepped { get; init; }

    /// <summary>The chart with its title and legend.</summary>
    public XElement ToFigure()
    {
        var points = series.SelectMany(line => line.Points).ToArray();
        var x = IsUnitSquare ? Scale.Share(Left, Right) : new Scale(points.Select(point => point.X), Left, Right, isWhole: true);
        var y = IsUnitSquare ? Scale.Share(Bottom, Top) : new Scale(points.Select(point => point.Y), Bottom, Top);
        return Markup.Html(
            "figure",
            Markup.Html("figcaption", title),
            Markup.Drawing(Width, Height, title, ("class", "chart"), Grid(x, y), HasDiagonal ? Line(x[0], y[0], x[1], y[1], "chance") : null, series.Select(line => Draw(line, x, y))),
            series.Any(line => line.Name != yTitle) ? Markup.Html("ul", ("class", "legend"), series.Select(line => Markup.Html("li", ("class", $"color{line.Color}"), line.Name))) : null);
    }

    private static XElement Line(double x1, double y1, double x2, double y2, string kind) =>
        Markup.Svg("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("class", kind));

    private IEnumerable<XElement> Grid(Scale x, Scale y)
    {
        foreach (var tick in y.Ticks)
        {
            yield return Line(Left, y[tick], Right, y[tick], "grid");
            yield return Markup.Label(Left - 8, y[tick] + 4, y.Label(tick, IsShare), anchor: "end");
        }
        foreach (var tick in x.Ticks)
        {
            yield return Line(x[tick], Bottom, x[tick], Bottom + 5, "axis");
            yield return Markup.Label(x[tick], Bottom + 20, x.Label(tick));
        }
        yield return Line(Left, Bottom, Right, Bottom, "axis");
        yield return Markup.Label((Left + Right) / 2, Height - 8, xTitle, "title");
        yield return Markup.Svg(
            "text", ("transform", FormattableString.Invariant($"translate(14 {(Top + Bottom) / 2}) rotate(-90)")), ("class", "title"), ("text-anchor", "middle"), yTitle);
    }

    private XElement Draw(Series line, Scale x, Scale y)
    {
        var path = new StringBuilder();
        var isBroken = true;
        foreach (var point in line.Points)
        {
            if (double.IsFinite(point.Y))
            {
                if (!isBroken && IsStepped)
                    path.Append(CultureInfo.InvariantCulture, $"V{y[point.Y]:0.##}");
                path.Append(CultureInfo.InvariantCulture, $"{(isBroken ? 'M' : 'L')}{x[point.X]:0.##} {y[point.Y]:0.##}");
            }
            isBroken = !double.IsFinite(point.Y);
        }
        var marks = line.Points.Length > MostMarks || IsUnitSquare ? [] : line.Points.Where(point => double.IsFinite(point.Y)).Select(point => Markup.Svg(
            "circle", ("cx", x[point.X]), ("cy", y[point.Y]), ("r", 2.5),
            Markup.Svg("title", FormattableString.Invariant($"{line.Name}, {xTitle} {point.X}: {point.Y:0.######}"))));
        return Markup.Svg("g", ("class", $"color{line.Color}"), Markup.Svg("path", ("class", "line"), ("d", path.ToString())), marks);
    }
}
