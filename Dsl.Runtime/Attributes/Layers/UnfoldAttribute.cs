namespace NeuralDsl;

/// <summary>The windows of images as columns.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, C·kH·kW, places]</c>, with as many places along each axis as a convolution has.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H=32 W=32"), Unfold(4, Stride = 4)]</code></example>
public sealed class UnfoldAttribute : SlidingWindowAttribute
{
    /// <param name="kernel">Size of the window along both axes; at least 1.</param>
    public UnfoldAttribute(long kernel) : base(kernel)
    {
    }

    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public UnfoldAttribute(string kernel) : base(kernel)
    {
    }
}
