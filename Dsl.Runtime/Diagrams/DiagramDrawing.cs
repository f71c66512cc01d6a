using System.Xml.Linq;

namespace NeuralDsl;

/// <summary>A diagram as SVG.</summary>
internal sealed class DiagramDrawing
{
    private const double BoxHeight = 46;
    private const double RowHeight = BoxHeight + 26;
    private const double Gap = 28;
    private const double LaneWidth = 18;
    private const double Margin = 12;
    private const double Inset = 14;

    /// <summary>A letter is about as wide, one of an operator, which is bold, wider.</summary>
    private const double LetterWidth = 6.9;
    private const double BoldWidth = 7.8;

    private const double LeastWidth = 150;
    private const double MostWidth = 380;

    private readonly Diagram diagram;
    private readonly DiagramLayout layout;
    private readonly double boxWidth;
    private readonly double center;

    public DiagramDrawing(Diagram diagram)
    {
        this.diagram = diagram;
        layout = new(diagram);
        var texts = diagram.Boxes.Select(box => Math.Max(BoldWidth * box.Operator.Length + LetterWidth * box.Parameters.Length, LetterWidth * (box.Name.Length + box.Shape.Length)));
        boxWidth = Math.Clamp(texts.DefaultIfEmpty(0).Max() + (2 * Inset) + 16, LeastWidth, MostWidth);
        center = Margin - Left(layout.Columns.DefaultIfEmpty(0).Min());
    }

    /// <summary>The picture, with the style that it needs.</summary>
    public XElement ToElement()
    {
        var lanes = layout.Lanes.DefaultIfEmpty(-1).Max() + 1;
        var right = center + Right(layout.Columns.DefaultIfEmpty(0).Max());
        var width = right + Margin + (lanes == 0 ? 0 : (lanes * LaneWidth) + 8);
        var height = (2 * Margin) + ((layout.Rows.DefaultIfEmpty(0).Max() + 1) * RowHeight) - RowHeight + BoxHeight;
        return Markup.Drawing(
            width, height, $"Architecture of {diagram.Title}", ("class", "diagram"), ("style", FormattableString.Invariant($"max-width:{width:0}px")),
            Markup.Svg("style", Resource.Text("diagram.css")),
            diagram.Arrows.Select((arrow, i) => Arrow(arrow.From, arrow.To, layout.Lanes[i])), Enumerable.Range(0, diagram.Boxes.Length).Select(Box));
    }

    private double Left(double column) => (column * (boxWidth + Gap)) - (boxWidth / 2);

    private double Right(double column) => Left(column) + boxWidth;

    private double X(int box) => center + (layout.Columns[box] * (boxWidth + Gap));

    private double Y(int box) => Margin + (layout.Rows[box] * RowHeight);

    private XElement Box(int index)
    {
        var box = diagram.Boxes[index];
        var (x, y) = (X(index) - (boxWidth / 2), Y(index));
        var rounding = box.Kind is DiagramKind.Input or DiagramKind.Parameter ? BoxHeight / 2 : 9;
        return Markup.Svg(
            "g", ("class", box.Kind.ToString().ToLowerInvariant()),
            // A block is a stack: there is more behind it.
            box.IsBlock ? Frame(x + 4, y + 4, rounding) : null,
            Frame(x, y, rounding),
            Line(x, y + 19, box.Operator, "operator", BoldWidth, box.Parameters),
            Line(x, y + 36, box.Name, "name", LetterWidth, box.Shape),
            Markup.Svg("title", string.Join(' ', new[] { box.Operator, box.Name, box.Shape, box.Parameters }.Where(text => text.Length > 0))));
    }

    private XElement Frame(double x, double y, double rounding) =>
        Markup.Svg("rect", ("x", x), ("y", y), ("width", boxWidth), ("height", BoxHeight), ("rx", rounding));

    /// <summary>A text at the left, whole if it can be, and one at the right in what room it leaves.</summary>
    private IEnumerable<XElement> Line(double x, double y, string text, string kind, double letterWidth, string fact)
    {
        var room = boxWidth - (2 * Inset);
        var shown = Short(text, (int)(room / letterWidth));
        yield return Markup.Label(x + Inset, y, shown, kind, "start");
        if (Short(fact, (int)((room - (shown.Length * letterWidth) - 8) / LetterWidth)) is { Length: > 0 } rest)
            yield return Markup.Label(x + boxWidth - Inset, y, rest, "fact", "end");

        static string Short(string text, int letters) => text.Length <= letters ? text : letters < 4 ? "" : text[..(letters - 1)] + "…";
    }

    private IEnumerable<XElement> Arrow(int from, int to, int lane)
    {
        var (x1, x2) = (X(from), X(to));
        var (y1, y2) = (Y(from) + BoxHeight, Y(to));
        if (lane < 0)
        {
            var middle = (y1 + y2) / 2;
            yield return Path("arrow", x1 == x2 ? (FormattableString)$"M{x1:0.#} {y1:0.#}V{y2 - 5:0.#}" : $"M{x1:0.#} {y1:0.#}C{x1:0.#} {middle:0.#} {x2:0.#} {middle:0.#} {x2:0.#} {y2 - 5:0.#}");
            yield return Head(x2, y2, isLeft: false);
            yield break;
        }
        // Out of the box's side, down the lane, and back into the other box's side; below and above the box where another one stands beside it.
        const double r = 12;
        var side = center + Right(layout.Columns.Max()) + 4 + ((lane + 1) * LaneWidth);
        var (leaves, enters) = (IsLast(from), IsLast(to));
        var (top, bottom) = (leaves ? Y(from) + (BoxHeight / 2) : y1 + 8, enters ? y2 + (BoxHeight / 2) : y2 - 13);
        var (start, end) = (x1 + (boxWidth / (leaves ? 2 : 4)), x2 + (boxWidth / (enters ? 2 : 4)));
        var begin = FormattableString.Invariant(leaves ? (FormattableString)$"M{start:0.#} {top:0.#}" : (FormattableString)$"M{start:0.#} {y1:0.#}V{top:0.#}");
        var last = FormattableString.Invariant(enters ? (FormattableString)$"H{end + 5:0.#}" : (FormattableString)$"H{end:0.#}V{y2 - 5:0.#}");
        yield return Path(
            "arrow skip",
            $"{begin}H{side - r:0.#}Q{side:0.#} {top:0.#} {side:0.#} {top + r:0.#}V{bottom - r:0.#}Q{side:0.#} {bottom:0.#} {side - r:0.#} {bottom:0.#}{last}");
        yield return enters ? Head(end, bottom, isLeft: true) : Head(end, y2, isLeft: false);
    }

    /// <summary>Whether no box of its row stands to the right.</summary>
    private bool IsLast(int box) => Enumerable.Range(0, diagram.Boxes.Length).All(other => layout.Rows[other] != layout.Rows[box] || layout.Columns[other] <= layout.Columns[box]);

    private static XElement Path(string kind, FormattableString path) => Markup.Svg("path", ("class", kind), ("d", FormattableString.Invariant(path)));

    private static XElement Head(double x, double y, bool isLeft) =>
        Path("head", isLeft ? (FormattableString)$"M{x:0.#} {y:0.#}l7 -4v8z" : $"M{x:0.#} {y:0.#}l-4 -7h8z");
}
