namespace NeuralDsl.Data;

/// <summary>What keeps a file from filling a batch, in the same words while compiling and when the file is read.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Argument">The attribute's argument at fault.</param>
/// <param name="Message">The sentence, without the file's name.</param>
/// <param name="Start">First character at fault in the argument.</param>
/// <param name="Length">Characters at fault; -1 for the whole argument.</param>
internal sealed record DataFault(DataFaultKind Kind, string Argument, string Message, int Start = 0, int Length = -1)
{
    /// <summary>The column that was probably meant; null where none is near.</summary>
    public string? Nearest { get; init; }

    /// <summary>The field that another number of columns was declared for; null for other faults.</summary>
    public DataField? Field { get; init; }

    /// <summary>How many columns there are for <see cref="Field"/>.</summary>
    public int Count { get; init; }
}
