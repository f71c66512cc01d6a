namespace NeuralDsl;

/// <summary>Adds the elements at the edges.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, L]</c> → <c>[N, C, L + left + right]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 L"), ReplicationPad1d(1)]</code></example>
public sealed class ReplicationPad1dAttribute : PadAttribute
{
    /// <param name="padding">How much on every side; at least 0.</param>
    public ReplicationPad1dAttribute(long padding) : base(padding)
    {
    }

    /// <param name="padding">How much on every side, an expression over hyper-parameters, or one size for each side (left and right): <c>"1 2"</c>.</param>
    public ReplicationPad1dAttribute(string padding) : base(padding)
    {
    }
}
