namespace NeuralDsl;

/// <summary>Adds the elements at the edges.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, D, H, W]</c> → <c>[N, C, D + front + back, H + top + bottom, W + left + right]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 D H W"), ReplicationPad3d(1)]</code></example>
public sealed class ReplicationPad3dAttribute : PadAttribute
{
    /// <param name="padding">How much on every side; at least 0.</param>
    public ReplicationPad3dAttribute(long padding) : base(padding)
    {
    }

    /// <param name="padding">How much on every side, an expression over hyper-parameters, or one size for each side (left, right, top, bottom, front and back): <c>"1 1 1 1 0 2"</c>.</param>
    public ReplicationPad3dAttribute(string padding) : base(padding)
    {
    }
}
