namespace NeuralDsl.Modules;

/// <summary>What a transformer layer may have besides its size and its heads; the defaults are PyTorch's.</summary>
public sealed record TransformerOptions
{
    /// <summary>Size between the two linear layers; default 2048.</summary>
    public long FeedForward { get; init; } = 2048;

    /// <summary>Probability of an element to be zeroed while training: of attention weights, between the linear layers, and before each sum; default 0.1.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>The function between the two linear layers; default ReLU.</summary>
    public Activation Activation { get; init; }

    /// <summary>What is added to the variance in layer normalization; default 1e-5.</summary>
    public double Eps { get; init; } = 1e-5;

    /// <summary>Whether each part normalizes what it takes, instead of the sum of what it takes and makes; default false.</summary>
    public bool NormFirst { get; init; }

    /// <summary>Whether no position sees a later one of its own sequence; default false.</summary>
    public bool Causal { get; init; }

    internal AttentionOptions SelfAttention => new() { Dropout = Dropout, Causal = Causal };

    internal AttentionOptions CrossAttention => new() { Dropout = Dropout };
}
