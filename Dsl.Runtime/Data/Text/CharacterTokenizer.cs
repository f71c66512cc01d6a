namespace NeuralDsl;

/// <summary>Makes ids of characters (Unicode code points), the most frequent first.</summary>
public sealed class CharacterTokenizer : Tokenizer
{
    private readonly Vocabulary vocabulary;

    private CharacterTokenizer(bool lowercase, Vocabulary vocabulary) : base(lowercase) => this.vocabulary = vocabulary;

    /// <inheritdoc/>
    public override int Count => vocabulary.Count;

    private protected override string Kind => "characters";

    /// <summary>Learns the characters of texts.</summary>
    /// <param name="texts">The texts to learn from: the training part of a split.</param>
    /// <param name="numCharacters">The number of ids, with the two reserved ones. 0, the default, for all characters.</param>
    /// <param name="lowercase">Whether capital letters become small ones first. Default: yes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numCharacters"/> leaves no id for a character.</exception>
    public static CharacterTokenizer Fit(IEnumerable<string> texts, int numCharacters = 0, bool lowercase = true)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(lowercase, Vocabulary.Of(texts.SelectMany(text => Split(Normalize(text, lowercase))), numCharacters));
    }

    internal static CharacterTokenizer Read(bool lowercase, string[] lines) => new(lowercase, new(lines));

    private protected override long[] EncodeNormalized(string text) => [.. Split(text).Select(vocabulary.IdOf)];

    private protected override string DecodeTokens(IReadOnlyList<int> ids) => string.Concat(ids.Select(id => vocabulary.TokenOf(id) ?? "\uFFFD"));

    private protected override IEnumerable<string> Lines() => vocabulary.Tokens;

    private static IEnumerable<string> Split(string text) => text.EnumerateRunes().Select(rune => rune.ToString());
}
