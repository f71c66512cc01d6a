namespace NeuralDsl.Modules;

/// <summary>What an attention layer may have besides its size and its heads.</summary>
public sealed record AttentionOptions
{
    /// <summary>Size of the keys' features; null for the queries'.</summary>
    public long? KeyDims { get; init; }

    /// <summary>Size of the values' features; null for the queries'.</summary>
    public long? ValueDims { get; init; }

    /// <summary>Size of all heads together; null for the queries' features.</summary>
    public long? Width { get; init; }

    /// <summary>Number of heads of keys and values, which divides that of the queries; null for as many.</summary>
    public long? KeyValueHeads { get; init; }

    /// <summary>Whether the projections have biases; default true.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>
    /// The names of four linear layers, for queries, keys, values and the output, instead of PyTorch's parameters; null for those. Grouped queries
    /// need them.
    /// </summary>
    public string[]? Projections { get; init; }

    /// <summary>Whether a query sees no later key; default false.</summary>
    public bool Causal { get; init; }

    /// <summary>Probability of a weight to be zeroed while training; default 0.</summary>
    public double Dropout { get; init; }

    /// <summary>Factor of the scores; null for one over the root of a head's size.</summary>
    public double? Scale { get; init; }

    /// <summary>The base of rotary positions of queries and keys; null for none.</summary>
    public double? RotaryBase { get; init; }
}
