namespace NeuralDsl;

/// <summary>One step of long short-term memory.</summary>
/// <remarks>
/// <para>Shape: <c>[N, F]</c> and the states <c>[N, hidden]</c> → <c>[N, hidden]</c>, the next hidden state; the next cell state is
/// <c>name.cell</c>, <c>[N, hidden]</c>.</para>
/// <para>Parameters: weight_ih <c>[4·hidden, F]</c>, weight_hh <c>[4·hidden, hidden]</c>, bias_ih and bias_hh <c>[4·hidden]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Input("h", "N 16"), Input("c", "N 16"), LSTMCell(16, State = "h, c", Name = "next"), Output("next"), Output("next.cell")]</code></example>
public sealed class LSTMCellAttribute : RecurrentCellAttribute
{
    /// <param name="hidden">Size of the state; at least 1.</param>
    public LSTMCellAttribute(long hidden) : base(hidden)
    {
    }

    /// <param name="hidden">Size of the state, an expression over hyper-parameters.</param>
    public LSTMCellAttribute(string hidden) : base(hidden)
    {
    }
}
