namespace NeuralDsl;

/// <summary>Adds the elements at the edges.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, C, H + top + bottom, W + left + right]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 H W"), ReplicationPad2d("1 1 2 2")]</code></example>
public sealed class ReplicationPad2dAttribute : PadAttribute
{
    /// <param name="padding">How much on every side; at least 0.</param>
    public ReplicationPad2dAttribute(long padding) : base(padding)
    {
    }

    /// <param name="padding">How much on every side, an expression over hyper-parameters, or one size for each side (left, right, top and bottom): <c>"1 1 2 2"</c>.</param>
    public ReplicationPad2dAttribute(string padding) : base(padding)
    {
    }
}
