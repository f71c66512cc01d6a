using CsvHelper;

namespace NeuralDsl;

/// <summary>Texts with their classes.</summary>
/// <param name="Texts">The text of every row.</param>
/// <param name="Labels">The class of every row; null for a model without a target.</param>
internal sealed record TextRows(List<string> Texts, ClassLabels? Labels)
{
    /// <summary>Reads the columns of a CSV file, or else lines of a label, a tab and the text.</summary>
    /// <param name="path">The file; a CSV file where its name ends in <c>.csv</c>.</param>
    /// <param name="textColumn">The column of the texts.</param>
    /// <param name="labelColumn">The column of the labels.</param>
    /// <param name="labels">What takes the labels; null where there are none.</param>
    /// <exception cref="DataException">There is no such file, or a row is not as it should be.</exception>
    public static TextRows Read(string path, string textColumn, string labelColumn, ClassLabels? labels)
    {
        DataFile.Require(path);
        var rows = new TextRows([], labels);
        DataFile.Read(path, () =>
        {
            if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                rows.ReadCsv(path, textColumn, labelColumn);
            else
                rows.ReadLines(path);
            return rows;
        });
        return rows.Texts.Count > 0 ? rows : throw new DataException(path, "there is no row.");
    }

    private void ReadCsv(string path, string textColumn, string labelColumn)
    {
        try
        {
            using var reader = CsvReader.FromFile(path, new() { TrimWhitespace = true, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
            var textAt = Find(path, reader.Headers, textColumn);
            var labelAt = Labels is null ? -1 : Find(path, reader.Headers, labelColumn);
            while (reader.Read())
            {
                if (reader.FieldCount != reader.Headers.Count)
                    throw new DataException(path, $"{reader.FieldCount} values where the header names {reader.Headers.Count} columns.", reader.LineNumber);
                Add(path, reader.LineNumber, DataFile.Utf8.GetString(reader.GetSpan(textAt)), labelAt < 0 ? null : DataFile.Utf8.GetString(reader.GetSpan(labelAt)), labelColumn);
            }
        }
        catch (CsvFormatException e)
        {
            throw new DataException(path, e.Message, e.LineNumber, cause: e);
        }
    }

    private void ReadLines(string path)
    {
        using var reader = new StreamReader(path, DataFile.Utf8, detectEncodingFromByteOrderMarks: true);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0)
                continue;
            var tab = text.IndexOf('\t');
            if (Labels is not null && tab < 0)
                throw new DataException(path, "the line has no tab: it is written as a label, a tab and the text.", line);
            Add(path, line, text[(tab + 1)..], Labels is null ? null : text[..tab].Trim(), null);
        }
    }

    private void Add(string path, long line, string text, string? label, string? column)
    {
        Texts.Add(text);
        if (label is not null && Labels!.Add(label) is { } problem)
            throw new DataException(path, problem, line, column);
    }

    private static int Find(string path, IReadOnlyList<string> header, string column)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i] == column)
                return i;
        }
        var hint = Spelling.Nearest(column, header) is { } nearest ? $"did you mean '{nearest}'?" : $"the columns are {string.Join(", ", header.Take(8))}.";
        throw new DataException(path, $"there is no column '{column}'; {hint}");
    }
}
