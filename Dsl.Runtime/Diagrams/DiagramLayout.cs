using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>
/// Where the boxes of a diagram stand: each a row below the lowest box that it takes a value of, next to what it takes. An arrow over more than one row runs beside them
/// in a lane.
/// </summary>
internal sealed class DiagramLayout
{
    private readonly Diagram diagram;

    public DiagramLayout(Diagram diagram)
    {
        this.diagram = diagram;
        Rows = RowsOf(diagram);
        Columns = ColumnsOf();
        Lanes = LanesOf();
    }

    /// <summary>The row of each box, from 0.</summary>
    public ImmutableArray<int> Rows { get; }

    /// <summary>The place of each box's middle in its row, in widths of a box from the middle of the picture.</summary>
    public ImmutableArray<double> Columns { get; }

    /// <summary>The lane of each arrow, from 0 nearest to the boxes; -1 for one that goes to the next row.</summary>
    public ImmutableArray<int> Lanes { get; }

    private static ImmutableArray<int> RowsOf(Diagram diagram)
    {
        var rows = new int[diagram.Boxes.Length];
        // Boxes stand in the order in which they run: what one takes has its row already.
        for (var i = 0; i < rows.Length; i++)
            rows[i] = diagram.Arrows.Where(arrow => arrow.To == i).Select(arrow => rows[arrow.From] + 1).DefaultIfEmpty(0).Max();
        // What nothing comes before stands just above where it is first needed.
        for (var i = 0; i < rows.Length; i++)
        {
            if (diagram.Arrows.All(arrow => arrow.To != i))
                rows[i] = diagram.Arrows.Where(arrow => arrow.From == i).Select(arrow => rows[arrow.To] - 1).DefaultIfEmpty(0).Min();
        }
        return [.. rows];
    }

    private ImmutableArray<double> ColumnsOf()
    {
        var columns = new double[diagram.Boxes.Length];
        foreach (var row in Enumerable.Range(0, columns.Length).GroupBy(i => Rows[i]).OrderBy(row => row.Key))
        {
            var ordered = row
                .OrderBy(i => diagram.Arrows.Where(arrow => arrow.To == i).Select(arrow => columns[arrow.From]).DefaultIfEmpty(double.PositiveInfinity).Average())
                .ThenBy(i => i).ToArray();
            for (var place = 0; place < ordered.Length; place++)
                columns[ordered[place]] = place - ((ordered.Length - 1) / 2.0);
        }
        return [.. columns];
    }

    private ImmutableArray<int> LanesOf()
    {
        var lanes = new int[diagram.Arrows.Length];
        Array.Fill(lanes, -1);
        var taken = new List<(int From, int To, int Lane)>();
        // Short arrows are nearest to the boxes, so that those which begin or end beside each other enclose rather than cross.
        foreach (var i in Enumerable.Range(0, lanes.Length).Where(i => Span(i) > 1).OrderBy(Span))
        {
            var (from, to) = (Rows[diagram.Arrows[i].From], Rows[diagram.Arrows[i].To]);
            lanes[i] = Enumerable.Range(0, lanes.Length).First(lane => taken.All(other => other.Lane != lane || other.To <= from || to <= other.From));
            taken.Add((from, to, lanes[i]));
        }
        return [.. lanes];
    }

    private int Span(int arrow) => Rows[diagram.Arrows[arrow].To] - Rows[diagram.Arrows[arrow].From];
}
