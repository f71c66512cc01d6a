namespace NeuralDsl;

/// <summary>Gated recurrent units: a reset gate, an update gate and a candidate decide each step.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, F]</c> → <c>[N, T, hidden·directions]</c>, what the last of the stacked layers makes at each step. The state after the
/// last step is <c>name.hidden</c>, <c>[N, layers·directions, hidden]</c>: as PyTorch orders it, layer by layer, the forward direction first, but
/// with the batch in front.</para>
/// <para>Parameters, by layer k: weight_ih_lk <c>[3·hidden, F]</c>, from the second layer on <c>[3·hidden, hidden·directions]</c>, weight_hh_lk
/// <c>[3·hidden, hidden]</c>, bias_ih_lk and bias_hh_lk <c>[3·hidden]</c>; of the other direction the same with <c>_reverse</c>. The gates stand
/// in the order reset, update, candidate.</para>
/// <para>Source: Cho et al. 2014, "Learning Phrase Representations using RNN Encoder-Decoder"; PyTorch's formula, in which the reset gate
/// multiplies what the recurrent weights make.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), GRU(16, Bidirectional = true, Name = "gru"), Flatten(From = "gru.hidden"), Linear(3)]</code></example>
public sealed class GRUAttribute : RecurrentAttribute
{
    /// <param name="hidden">Size of the state; at least 1.</param>
    public GRUAttribute(long hidden) : base(hidden)
    {
    }

    /// <param name="hidden">Size of the state, an expression over hyper-parameters.</param>
    public GRUAttribute(string hidden) : base(hidden)
    {
    }
}
