using System.Buffers;
using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>
/// Makes ids of words: what stands between blanks, tabs, line ends and most marks. The most frequent word has id 2; of words that are equally
/// frequent, the one that came first has the lower id. This is what Keras' <c>Tokenizer</c> does with a token for the unknown.
/// </summary>
public sealed class WordTokenizer : Tokenizer
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" !\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n");

    private readonly Vocabulary vocabulary;
    private readonly ImmutableSortedSet<string> stopWords;

    private WordTokenizer(bool lowercase, ImmutableSortedSet<string> stopWords, Vocabulary vocabulary) : base(lowercase) =>
        (this.stopWords, this.vocabulary) = (stopWords, vocabulary);

    /// <inheritdoc/>
    public override int Count => vocabulary.Count;

    /// <summary>The words in the order of their ids, from 2.</summary>
    public IReadOnlyList<string> Words => vocabulary.Tokens;

    private protected override string Kind => "words";

    /// <summary>Learns the words of texts.</summary>
    /// <param name="texts">The texts to learn from: the training part of a split.</param>
    /// <param name="numWords">The number of ids, with the two reserved ones: the most frequent words have one. 0, the default, for all.</param>
    /// <param name="lowercase">Whether capital letters become small ones first. Default: yes.</param>
    /// <param name="stopWords">Words that are left out; null for none. <see cref="NeuralDsl.StopWords.English"/> are the frequent ones of English.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numWords"/> leaves no id for a word.</exception>
    public static WordTokenizer Fit(IEnumerable<string> texts, int numWords = 0, bool lowercase = true, IEnumerable<string>? stopWords = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var without = stopWords?.Select(word => Normalize(word, lowercase)).ToImmutableSortedSet(StringComparer.Ordinal) ?? [];
        return new(lowercase, without, Vocabulary.Of(texts.SelectMany(text => Split(Normalize(text, lowercase), without)), numWords));
    }

    internal static WordTokenizer Read(bool lowercase, string[] lines) => lines is [var first, .. var words]
        ? new(lowercase, [.. first.Split('\t', StringSplitOptions.RemoveEmptyEntries).ToImmutableSortedSet(StringComparer.Ordinal)], new(words))
        : throw new FormatException("the line of the stop words is missing.");

    private protected override long[] EncodeNormalized(string text) => [.. Split(text, stopWords).Select(vocabulary.IdOf)];

    private protected override string DecodeTokens(IReadOnlyList<int> ids) => string.Join(' ', ids.Select(id => vocabulary.TokenOf(id) ?? "<unknown>"));

    private protected override IEnumerable<string> Lines() => [string.Join('\t', stopWords), .. vocabulary.Tokens];

    private static List<string> Split(string text, ImmutableSortedSet<string> without)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var found = text.AsSpan(at).IndexOfAny(Separators);
            var end = found < 0 ? text.Length : at + found;
            if (end > at && text[at..end] is var word && !without.Contains(word))
                words.Add(word);
            at = end + 1;
        }
        return words;
    }
}
