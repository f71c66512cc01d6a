namespace NeuralDsl;

/// <summary>One step of a recurrent layer: <c>h = tanh(W·x + b + U·h + c)</c>.</summary>
/// <remarks>
/// <para>Shape: <c>[N, F]</c> and the state <c>[N, hidden]</c> → <c>[N, hidden]</c>, the next state.</para>
/// <para>Parameters: weight_ih <c>[hidden, F]</c>, weight_hh <c>[hidden, hidden]</c>, bias_ih and bias_hh <c>[hidden]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Input("h", "N 16"), RNNCell(16, State = "h")]</code></example>
public sealed class RNNCellAttribute : RecurrentCellAttribute
{
    /// <param name="hidden">Size of the state; at least 1.</param>
    public RNNCellAttribute(long hidden) : base(hidden)
    {
    }

    /// <param name="hidden">Size of the state, an expression over hyper-parameters.</param>
    public RNNCellAttribute(string hidden) : base(hidden)
    {
    }

    /// <summary>The function of the sum; default <see cref="Nonlinearity.Tanh"/>.</summary>
    public Nonlinearity Nonlinearity { get; set; }
}
