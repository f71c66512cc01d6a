namespace NeuralDsl;

/// <summary>A data file that cannot be read or does not have what a model needs; the message says where, what, and where it helps what to do.</summary>
public sealed class DataException : FormatException
{
    internal DataException(string path, string problem, long? line = null, string? column = null, long? offset = null, Exception? cause = null)
        : base($"{Place(path, line, column, offset)}: {problem}", cause) =>
        (Path, Line, Column, Offset) = (path, line, column, offset);

    /// <summary>The file or folder as it was named in the call.</summary>
    public string Path { get; }

    /// <summary>The line in the file, from 1; null where it has no lines or is at fault as a whole.</summary>
    public long? Line { get; }

    /// <summary>The name of the column; null where there is none or the whole line is at fault.</summary>
    public string? Column { get; }

    /// <summary>The byte in a binary file, from 0; null where the file is at fault as a whole, and for text.</summary>
    public long? Offset { get; }

    private static string Place(string path, long? line, string? column, long? offset) => string.Concat(
        path,
        line is null ? "" : FormattableString.Invariant($", line {line}"),
        column is null ? "" : $", column '{column}'",
        offset is null ? "" : FormattableString.Invariant($", byte {offset}"));
}
