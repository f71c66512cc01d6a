namespace NeuralDsl;

/// <summary>Base of the recurrent layers, which read a sequence <c>[N, T, F]</c> step by step.</summary>
public abstract class RecurrentAttribute : LayerAttribute
{
    private protected RecurrentAttribute(object hidden) => Hidden = hidden;

    /// <summary>Size of the state: a number, or an expression over hyper-parameters; at least 1.</summary>
    public object Hidden { get; }

    /// <summary>Asserts the number of input features; by default it is what the layer receives.</summary>
    public object? In { get; set; }

    /// <summary>How many layers are stacked, each reading what the one before it makes; a number, or an expression over hyper-parameters; default 1.</summary>
    public object Layers { get; set; } = 1;

    /// <summary>Whether a second layer reads the sequence from its end, and what it makes is put after the first one's; default false.</summary>
    public bool Bidirectional { get; set; }

    /// <summary>Whether learned biases are added; default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>Probability, in [0, 1], of an element between two stacked layers to be zeroed while training; default 0.</summary>
    public object Dropout { get; set; } = 0.0;

    /// <summary>
    /// Probability, in [0, 1], of an element of the state to be zeroed while training, where the state enters the recurrent weights. An
    /// element is zeroed in all steps of a sequence or in none (Gal, Ghahramani 2016); it is carried on whole. Default 0. The steps run one
    /// by one then, which is slower.
    /// </summary>
    public object RecurrentDropout { get; set; } = 0.0;

    /// <summary>
    /// The names of the values that the states begin as, <c>[N, layers·directions, hidden]</c>: of an LSTM two, <c>"h0, c0"</c>, of the others
    /// one. Default: zeros.
    /// </summary>
    public string? State { get; set; }
}
