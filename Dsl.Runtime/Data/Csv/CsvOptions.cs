namespace NeuralDsl;

/// <summary>Which columns of a CSV file make a model's inputs and targets.</summary>
public sealed record CsvOptions
{
    /// <summary>
    /// The names of the input's columns: patterns separated by commas, in which <c>*</c> stands for any text and <c>?</c> for one
    /// character, such as <c>pixel_*</c>. The columns are taken in the order of the file. Default: all but the target's.
    /// </summary>
    public string Features { get; init; } = "*";

    /// <summary>The names of the target's columns, in the notation of <see cref="Features"/>. Default: the name of the target field.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// The columns of every field, for several inputs or targets: <c>image: pixel_*; age: age, years; target: label</c>. Default: what
    /// <see cref="Features"/> and <see cref="Target"/> say.
    /// </summary>
    public string? Columns { get; init; }

    /// <summary>What features are multiplied by, such as <c>1.0 / 255</c>. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0, infinite or not a number.</exception>
    public double Scale { get; init => field = FactorOf(value); } = 1;

    /// <summary>What separates columns. Default: a comma. Numbers always have a point, whatever the machine's culture.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>How a column of classes becomes a target. Default: as the target's field takes them.</summary>
    public LabelEncoding Labels { get; init; }

    /// <summary>
    /// The names of the classes in the order of their indices, for a column that holds names: <c>malignant, benign</c>. Default: the names in the
    /// file, sorted by their characters' codes; labels that are numbers are the indices themselves.
    /// </summary>
    public string? Classes { get; init; }

    /// <summary>A factor, if it is one.</summary>
    internal static double FactorOf(double value) => double.IsFinite(value) && value != 0
        ? value
        : throw new ArgumentOutOfRangeException(nameof(Scale), value, "Scale is a finite number other than 0.");
}
