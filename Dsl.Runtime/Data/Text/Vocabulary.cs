namespace NeuralDsl;

/// <summary>Tokens with their ids, the most frequent first.</summary>
internal sealed class Vocabulary
{
    private readonly string[] tokens;
    private readonly Dictionary<string, int> ids = [];

    /// <summary>A vocabulary of tokens in the order of their ids.</summary>
    /// <exception cref="FormatException">A token stands there twice.</exception>
    public Vocabulary(IEnumerable<string> tokens)
    {
        this.tokens = [.. tokens];
        foreach (var token in this.tokens)
        {
            if (!ids.TryAdd(token, Tokenizer.FirstId + ids.Count))
                throw new FormatException($"the token '{token}' stands there twice.");
        }
    }

    /// <summary>The number of ids, with those of padding and the unknown.</summary>
    public int Count => Tokenizer.FirstId + tokens.Length;

    /// <summary>The tokens in the order of their ids, from 2.</summary>
    public IReadOnlyList<string> Tokens => tokens;

    /// <summary>The most frequent tokens; of those that are equally frequent, the one that came first.</summary>
    /// <param name="tokens">All tokens of all texts.</param>
    /// <param name="size">The number of ids, with those of padding and the unknown; 0 for all tokens.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size leaves no id for a token.</exception>
    public static Vocabulary Of(IEnumerable<string> tokens, int size)
    {
        CheckSize(size, Tokenizer.FirstId + 1);
        // Both the counting and the sorting keep the order of first appearance.
        var ranked = tokens.CountBy(token => token).OrderByDescending(pair => pair.Value).Select(pair => pair.Key);
        return new(size == 0 ? ranked : ranked.Take(size - Tokenizer.FirstId));
    }

    /// <summary>Throws where a vocabulary of that size has no room for what it needs.</summary>
    public static void CheckSize(int size, int least)
    {
        if (size != 0 && size < least)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A vocabulary has at least {least} ids, or 0 for all tokens.");
    }

    /// <summary>The id of a token.</summary>
    public long IdOf(string token) => ids.TryGetValue(token, out var id) ? id : Tokenizer.UnknownId;

    /// <summary>The token of an id; null for the unknown.</summary>
    public string? TokenOf(int id) => id == Tokenizer.UnknownId ? null : tokens[id - Tokenizer.FirstId];
}
