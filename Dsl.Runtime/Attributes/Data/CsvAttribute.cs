namespace NeuralDsl;

/// <summary>Data from a CSV file, whose first line names the columns.</summary>
/// <remarks>
/// <para>
/// Columns are named by patterns separated by commas, in which <c>*</c> stands for any text, <c>?</c> for one character, and a backslash takes
/// the next character as it is. They fill an input in the order of the file: 64 columns are an image <c>[N,1,8,8]</c>, row by row.
/// </para>
/// </remarks>
/// <example><code>[Input("image", "N C=1 H=8 W=8"), Flatten, Linear(10), CrossEntropyLoss, Adam, Csv("digits.csv", Features = "pixel_*", Target = "label", Scale = 1.0 / 16)]</code></example>
/// <param name="path">The file, in UTF-8 unless its first bytes say otherwise.</param>
public sealed class CsvAttribute(string path) : DataSourceAttribute(path)
{
    /// <summary>The columns of the input; default: all but the target's.</summary>
    public string Features { get; set; } = "*";

    /// <summary>The columns of the target; default: the column with the target's name.</summary>
    public string? Target { get; set; }

    /// <summary>The columns of several inputs and targets, in place of the other two: <c>image: pixel_*; age: age, years; target: label</c>.</summary>
    public string? Columns { get; set; }

    /// <summary>What features are multiplied by, such as <c>1.0 / 255</c>; not 0, default 1.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>What separates columns; default a comma.</summary>
    public char Separator { get; set; } = ',';

    /// <summary>How a column of classes becomes the target; default: as the target takes it.</summary>
    public LabelEncoding Labels { get; set; }

    /// <summary>The names of the classes in the order of their indices, separated by commas, where the column holds text; default: those found, sorted.</summary>
    public string? Classes { get; set; }
}
