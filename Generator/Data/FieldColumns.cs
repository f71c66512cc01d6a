namespace NeuralDsl.Data;

/// <summary>The columns that fill a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Columns">The columns in the order of the file.</param>
/// <param name="RowShape">The sizes of one row's axes: the field's without the first, an open one as the columns make it.</param>
/// <param name="IsOneHot">Whether the one column has classes, which become one-hot rows.</param>
internal sealed record FieldColumns(DataField Field, IReadOnlyList<(string Name, int Index)> Columns, IReadOnlyList<long> RowShape, bool IsOneHot);
