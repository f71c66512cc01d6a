namespace NeuralDsl;

/// <summary>One step of gated recurrent units.</summary>
/// <remarks>
/// <para>Shape: <c>[N, F]</c> and the state <c>[N, hidden]</c> → <c>[N, hidden]</c>, the next state.</para>
/// <para>Parameters: weight_ih <c>[3·hidden, F]</c>, weight_hh <c>[3·hidden, hidden]</c>, bias_ih and bias_hh <c>[3·hidden]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Input("h", "N 16"), GRUCell(16, State = "h")]</code></example>
public sealed class GRUCellAttribute : RecurrentCellAttribute
{
    /// <param name="hidden">Size of the state; at least 1.</param>
    public GRUCellAttribute(long hidden) : base(hidden)
    {
    }

    /// <param name="hidden">Size of the state, an expression over hyper-parameters.</param>
    public GRUCellAttribute(string hidden) : base(hidden)
    {
    }
}
