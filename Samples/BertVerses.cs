using System.Globalization;
using static TorchSharp.torch;

namespace NeuralDsl.Samples;

/// <summary>
/// The verses of <c>verses.tsv</c> as the three samples of BERT read them. They have one vocabulary, so that one takes the weights of another, and the same
/// verses are kept for testing, so that none has seen them: every fifth.
/// </summary>
internal static class BertVerses
{
    /// <summary>The tokens of a row: as many positions as the models have.</summary>
    public const int Length = 48;

    /// <summary>Stands before a text.</summary>
    public const long Start = Vocabulary - 3;

    /// <summary>Stands after each part of a text.</summary>
    public const long End = Vocabulary - 2;

    /// <summary>Stands in place of a word that is to be found.</summary>
    public const long Mask = Vocabulary - 1;

    /// <summary>The tokens; the last ones are no words.</summary>
    private const int Vocabulary = 2000;

    private static readonly (string Testament, string Text)[] All =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "verses.tsv")).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    /// <summary>The words of the verses to learn from.</summary>
    public static Tokenizer Tokenizer { get; } = WordTokenizer.Fit(Of(isTest: false).Select(verse => verse.Text), (int)Start);

    /// <summary>The verses to test on, or those to learn from.</summary>
    public static IReadOnlyList<(string Testament, string Text)> Of(bool isTest) => [.. All.Where((_, i) => i % 5 == 4 == isTest)];

    /// <summary>Whether a token is a word of the vocabulary.</summary>
    public static bool IsWord(long token) => token is > Tokenizer.UnknownId and < Start;

    /// <summary>A row of one or two parts, each cut where they are too long together: start, first, end, second, end.</summary>
    public static long[] Join(long[] first, long[]? second = null) => second is null
        ? [Start, .. first.Take(Length - 2), End]
        : [Start, .. first.Take((Length - 3) / 2), End, .. second.Take(Length - 3 - Math.Min(first.Length, (Length - 3) / 2)), End];

    /// <summary>What the encoder takes: the tokens, filled up with padding, the part that each belongs to, and where padding is.</summary>
    public static (Tensor Tokens, Tensor Segments, Tensor Padding) Inputs(IReadOnlyCollection<long[]> rows)
    {
        var tokens = Sequences.Pad(rows, Length, Side.Post);
        var segments = Sequences.Pad([.. rows.Select(row => row.Select((_, i) => i > Array.IndexOf(row, End) ? 1L : 0).ToArray())], Length, Side.Post);
        return (tokens, segments, tokens.eq(Tokenizer.PaddingId));
    }

    /// <summary>Tokens as text.</summary>
    public static string Decode(IEnumerable<long> tokens) => string.Join(' ', tokens.Where(token => token != Tokenizer.PaddingId)
        .Select(token => token switch { Start => "[CLS]", End => "[SEP]", Mask => "[MASK]", _ => Tokenizer.Decode(token) }));

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
