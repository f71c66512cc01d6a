namespace NeuralDsl;

/// <summary>Texts with labels: the columns of a CSV file, or else lines of a label, a tab and the text. A text becomes the ids of its tokens.</summary>
/// <remarks>
/// <para>
/// Id 0 is padding and 1 is an unknown token; the others are the tokens of the training rows, the most frequent first. All rows have one
/// length: shorter ones are padded, longer ones cut.
/// </para>
/// </remarks>
/// <example><code>[Input("tokens", "N T", DType.Int64), Embedding(2000, 16), Reduce("n t d -> n d"), Linear(2), CrossEntropyLoss, Adam, Text("reviews.csv", NumWords = 2000, Length = 100)]</code></example>
/// <param name="path">The file, in UTF-8 unless its first bytes say otherwise.</param>
public sealed class TextAttribute(string path) : DataSourceAttribute(path)
{
    /// <summary>The column of the texts in a CSV file; default <c>text</c>.</summary>
    public string Text { get; set; } = "text";

    /// <summary>The column of the labels in a CSV file; default <c>label</c>.</summary>
    public string Target { get; set; } = "label";

    /// <summary>What a token is; default a word.</summary>
    public TextTokenizer Tokenizer { get; set; }

    /// <summary>The number of ids, with those of padding and unknown tokens; 0, the default, for all tokens.</summary>
    public int NumWords { get; set; }

    /// <summary>Words that are left out: <c>english</c> for a list of the frequent ones, or words separated by commas or blanks; default none.</summary>
    public string? StopWords { get; set; }

    /// <summary>Whether capital letters become small ones; default yes.</summary>
    public bool Lowercase { get; set; } = true;

    /// <summary>The tokens of a row; 0, the default, for the input's axis, or where that is open for the longest row.</summary>
    public int Length { get; set; }

    /// <summary>Where short rows are padded; default before the text.</summary>
    public Side Padding { get; set; }

    /// <summary>Where long rows are cut; default before what is kept.</summary>
    public Side Truncating { get; set; }

    /// <summary>The names of the classes in the order of their indices, separated by commas; default: those found, sorted.</summary>
    public string? Classes { get; set; }

    /// <summary>How a label becomes the target; default: as the target takes it.</summary>
    public LabelEncoding Labels { get; set; }
}
