using CsvHelper;

namespace NeuralDsl;

/// <summary>A CSV file that does not have what a model needs; the message says where and what.</summary>
public sealed class CsvException : FormatException
{
    internal CsvException(string path, string problem)
        : base($"{path}: {problem}") => Path = path;

    internal CsvException(string path, long line, string problem)
        : base($"{path}, line {line}: {problem}") => (Path, Line) = (path, line);

    internal CsvException(string path, long line, string column, string problem)
        : base($"{path}, line {line}, column '{column}': {problem}") => (Path, Line, Column) = (path, line, column);

    internal CsvException(string path, CsvFormatException cause)
        : base($"{path}: {cause.Message}", cause) => (Path, Line) = (path, cause.LineNumber);

    /// <summary>The file as it was named in the call.</summary>
    public string Path { get; }

    /// <summary>The line in the file, from 1; null where the file as a whole is at fault.</summary>
    public long? Line { get; }

    /// <summary>The name of the column; null where the line or the file as a whole is at fault.</summary>
    public string? Column { get; }
}
