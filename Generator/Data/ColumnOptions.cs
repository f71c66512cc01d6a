namespace NeuralDsl.Data;

/// <summary>What is declared of a file's columns.</summary>
/// <param name="Features">Patterns of the input's columns; a star alone for all but the target's.</param>
/// <param name="Target">Patterns of the target's columns; null for the target's own name.</param>
/// <param name="Columns">The columns of every field, <c>image: pixel_*; label: digit</c>; null where the others say it.</param>
/// <param name="OneHot">Whether a column of classes becomes one-hot rows; null for what the target takes.</param>
internal sealed record ColumnOptions(string Features = "*", string? Target = null, string? Columns = null, bool? OneHot = null);
