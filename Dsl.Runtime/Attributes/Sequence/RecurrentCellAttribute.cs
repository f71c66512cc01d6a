namespace NeuralDsl;

/// <summary>Base of the recurrent cells, which do one step: <c>[N, F]</c> and a state to the next state.</summary>
public abstract class RecurrentCellAttribute : LayerAttribute
{
    private protected RecurrentCellAttribute(object hidden) => Hidden = hidden;

    /// <summary>Size of the state: a number, or an expression over hyper-parameters; at least 1.</summary>
    public object Hidden { get; }

    /// <summary>Asserts the number of input features; by default it is what the layer receives.</summary>
    public object? In { get; set; }

    /// <summary>Whether learned biases are added; default true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The names of the values that are the state before the step, <c>[N, hidden]</c>: of an LSTMCell two, <c>"h, c"</c>, of the others one. Default: zeros.</summary>
    public string? State { get; set; }
}
