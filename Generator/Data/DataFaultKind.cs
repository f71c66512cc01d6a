namespace NeuralDsl.Data;

/// <summary>What is wrong between data and the model that takes them.</summary>
internal enum DataFaultKind
{
    /// <summary>A name or pattern is that of no column.</summary>
    UnknownColumn,

    /// <summary>A column fills two fields.</summary>
    SharedColumn,

    /// <summary>More or fewer columns than a field takes.</summary>
    ColumnCount,

    /// <summary>The batch's fields are not those that the columns are declared for.</summary>
    Fields,

    /// <summary>Labels are written in another way than the target takes them.</summary>
    Labels,
}
