namespace NeuralDsl;

/// <summary>Adds zeros around images.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, C, H + top + bottom, W + left + right]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 H W"), ZeroPad2d("1 1 2 2")]</code></example>
public sealed class ZeroPad2dAttribute : PadAttribute
{
    /// <param name="padding">How much on every side; at least 0.</param>
    public ZeroPad2dAttribute(long padding) : base(padding)
    {
    }

    /// <param name="padding">How much on every side, an expression over hyper-parameters, or one size for each side (left, right, top and bottom): <c>"1 1 2 2"</c>.</param>
    public ZeroPad2dAttribute(string padding) : base(padding)
    {
    }
}
