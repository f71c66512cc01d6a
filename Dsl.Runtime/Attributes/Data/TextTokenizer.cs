namespace NeuralDsl;

/// <summary>What a text is cut into.</summary>
public enum TextTokenizer
{
    /// <summary>Words, without what stands between them.</summary>
    Words,

    /// <summary>Characters.</summary>
    Characters,

    /// <summary>Parts of words, learned by joining frequent pairs (Sennrich et al. 2016).</summary>
    BytePairs,
}
