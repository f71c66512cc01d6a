namespace NeuralDsl;

/// <summary>Long short-term memory: an input, a forget and an output gate decide what a cell keeps at each step.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, F]</c> → <c>[N, T, hidden·directions]</c>, what the last of the stacked layers makes at each step. The states after the
/// last step are <c>name.hidden</c> and <c>name.cell</c>, both <c>[N, layers·directions, hidden]</c>: as PyTorch orders them, layer by layer, the
/// forward direction first, but with the batch in front.</para>
/// <para>Parameters, by layer k: weight_ih_lk <c>[4·hidden, F]</c>, from the second layer on <c>[4·hidden, hidden·directions]</c>, weight_hh_lk
/// <c>[4·hidden, hidden]</c>, bias_ih_lk and bias_hh_lk <c>[4·hidden]</c>; of the other direction the same with <c>_reverse</c>. The gates stand
/// in the order input, forget, cell, output.</para>
/// <para>Source: Hochreiter, Schmidhuber 1997, "Long Short-Term Memory"; PyTorch's formula.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), LSTM(16, Layers = 2, Dropout = 0.2), Last, Linear(3)]</code></example>
public sealed class LSTMAttribute : RecurrentAttribute
{
    /// <param name="hidden">Size of the state; at least 1.</param>
    public LSTMAttribute(long hidden) : base(hidden)
    {
    }

    /// <param name="hidden">Size of the state, an expression over hyper-parameters.</param>
    public LSTMAttribute(string hidden) : base(hidden)
    {
    }
}
