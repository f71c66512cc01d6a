namespace NeuralDsl.Emission;

/// <summary>XML documentation of generated members.</summary>
internal static class Documentation
{
    public static void Summary(this CodeWriter writer, string text) => writer.Line($"/// <summary>{Escape(text)}</summary>");

    public static void Parameter(this CodeWriter writer, string name, string text) => writer.Line($"/// <param name=\"{name}\">{Escape(text)}</param>");

    public static void Returns(this CodeWriter writer, string text) => writer.Line($"/// <returns>{Escape(text)}</returns>");

    /// <summary>Rows of text in columns, as monospaced lines.</summary>
    public static void Table(this CodeWriter writer, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        writer.Line("/// <code>");
        foreach (var row in rows)
            writer.Line($"/// {Escape(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())}");
        writer.Line("/// </code>");
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
