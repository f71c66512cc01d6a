namespace NeuralDsl;

/// <summary>A recurrent layer: <c>h = tanh(W·x + b + U·h + c)</c> at each step.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, F]</c> → <c>[N, T, hidden·directions]</c>, what the last of the stacked layers makes at each step. The state after the
/// last step is <c>name.hidden</c>, <c>[N, layers·directions, hidden]</c>: as PyTorch orders it, layer by layer, the forward direction first, but
/// with the batch in front.</para>
/// <para>Parameters, by layer k: weight_ih_lk <c>[hidden, F]</c>, from the second layer on <c>[hidden, hidden·directions]</c>, weight_hh_lk
/// <c>[hidden, hidden]</c>, bias_ih_lk and bias_hh_lk <c>[hidden]</c>; of the other direction the same with <c>_reverse</c>.</para>
/// <para>Source: Elman 1990, "Finding Structure in Time"; PyTorch's formula.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), RNN(16, Nonlinearity = Nonlinearity.ReLU), Last]</code></example>
public sealed class RNNAttribute : RecurrentAttribute
{
    /// <param name="hidden">Size of the state; at least 1.</param>
    public RNNAttribute(long hidden) : base(hidden)
    {
    }

    /// <param name="hidden">Size of the state, an expression over hyper-parameters.</param>
    public RNNAttribute(string hidden) : base(hidden)
    {
    }

    /// <summary>The function of the sum; default <see cref="Nonlinearity.Tanh"/>.</summary>
    public Nonlinearity Nonlinearity { get; set; }
}
