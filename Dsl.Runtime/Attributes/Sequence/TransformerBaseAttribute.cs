namespace NeuralDsl;

/// <summary>Base of the transformer layers (Vaswani et al. 2017, "Attention Is All You Need"), batch first; the defaults are PyTorch's.</summary>
public abstract class TransformerBaseAttribute : LayerAttribute
{
    private protected TransformerBaseAttribute(object heads) => Heads = heads;

    /// <summary>Number of heads, which divides the features: a number, or an expression over hyper-parameters.</summary>
    public object Heads { get; }

    /// <summary>Size between the two linear layers: a number, or an expression over hyper-parameters; default 2048.</summary>
    public object FeedForward { get; set; } = 2048;

    /// <summary>Probability, in [0, 1], of an element to be zeroed while training: of attention weights, between the linear layers, and before each sum; default 0.1.</summary>
    public object Dropout { get; set; } = 0.1;

    /// <summary>The function between the two linear layers; default <see cref="Activation.ReLU"/>.</summary>
    public Activation Activation { get; set; }

    /// <summary>What is added to the variance in layer normalization, above 0; default 1e-5.</summary>
    public object Eps { get; set; } = 1e-5;

    /// <summary>Whether each part normalizes what it takes, instead of the sum of what it takes and makes; default false.</summary>
    public bool NormFirst { get; set; }

    /// <summary>Whether no position sees a later one of its own sequence; default false.</summary>
    public bool Causal { get; set; }
}
