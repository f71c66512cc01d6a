namespace NeuralDsl;

/// <summary>Which columns of a CSV file make a model's input and target.</summary>
public sealed record CsvOptions
{
    /// <summary>
    /// The names of the input's columns: patterns separated by commas, in which <c>*</c> stands for any text and <c>?</c> for one
    /// character, such as <c>pixel_*</c>. The columns are taken in the order of the file. Default: all but the target's.
    /// </summary>
    public string Features { get; init; } = "*";

    /// <summary>The names of the target's columns, in the notation of <see cref="Features"/>. Default: the name of the target field.</summary>
    public string? Target { get; init; }

    /// <summary>What features are multiplied by, such as <c>1.0 / 255</c>. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0, infinite or not a number.</exception>
    public double Scale
    {
        get;
        init => field = double.IsFinite(value) && value != 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Scale), value, "Scale is a finite number other than 0.");
    } = 1;

    /// <summary>What separates columns. Default: a comma. Numbers always have a point, whatever the machine's culture.</summary>
    public char Separator { get; init; } = ',';
}
