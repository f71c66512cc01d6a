using System.Xml.Linq;

namespace NeuralDsl;

/// <summary>A table of texts whose numeric columns stand at the right.</summary>
/// <param name="caption">What it shows.</param>
/// <param name="columns">The heads; one that begins with a blank is of numbers.</param>
internal sealed class ReportTable(string caption, params IReadOnlyList<string> columns)
{
    private readonly List<XElement> rows = [];

    /// <summary>What stands under it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>A last row of sums; null for none.</summary>
    public IReadOnlyList<string>? Total { get; init; }

    /// <summary>Whether the first column is what a programmer wrote.</summary>
    public bool IsCode { get; init; }

    /// <summary>Adds a row.</summary>
    public void Add(params IReadOnlyList<string> cells) => rows.Add(Row(cells));

    /// <summary>The table on its card.</summary>
    public XElement ToCard() => Markup.Html(
        "div", ("class", "card"),
        Markup.Html(
            "table",
            Markup.Html("caption", caption),
            columns.All(column => column.Length == 0) ? null : Markup.Html("thead", Markup.Html("tr", columns.Select((column, i) => Markup.Html("th", ("scope", "col"), Kind(i), column.Trim())))),
            Markup.Html("tbody", rows),
            Total is null ? null : Markup.Html("tfoot", Row(Total))),
        Note is null ? null : Markup.Html("p", ("class", "note"), Note));

    private XElement Row(IReadOnlyList<string> cells) => Markup.Html(
        "tr", cells.Select((cell, i) => i == 0 ? Markup.Html("th", ("scope", "row"), IsCode ? ("class", "code") : null, cell) : Markup.Html("td", Kind(i), cell)));

    private object? Kind(int column) => columns[column].StartsWith(' ') ? ("class", "number") : null;
}
