using System.Text;

namespace NeuralDsl.Emission;

/// <summary>Writes indented C#, with <c>\n</c> on every platform, so that the same model gives the same bytes everywhere.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            text.Append(' ', depth * 4).Append(line);
        text.Append('\n');
    }

    /// <summary>Statements with a comment each, the comments in one column.</summary>
    public void Aligned(IReadOnlyList<(string Statement, string? Comment)> lines)
    {
        const int Widest = 110;
        var column = lines.Where(line => line.Comment is not null && line.Statement.Length <= Widest).Select(line => line.Statement.Length).DefaultIfEmpty(0).Max();
        foreach (var (statement, comment) in lines)
            Line(comment is null ? statement : $"{statement.PadRight(column)}  // {comment}");
    }

    /// <summary>A head, and a body in braces; members separate themselves by a blank line, which the last one does not need.</summary>
    public void Block(string head, Action body, string end = "}")
    {
        Line(head);
        Line("{");
        depth++;
        body();
        depth--;
        if (text[text.Length - 1] == '\n' && text[text.Length - 2] == '\n')
            text.Length--;
        Line(end);
    }

    public override string ToString() => text.ToString();
}
