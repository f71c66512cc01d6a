namespace NeuralDsl;

/// <summary>Power average of each window: the p-th root of the sum of p-th powers, which is the sum for 1 and nears the maximum for large p.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, C, H′, W′]</c>, each size <c>(size - kernel) / stride + 1</c>, rounded down, or up with
/// <c>CeilMode</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 H W"), LPPool2d(2, 3)]</code></example>
public sealed class LPPool2dAttribute : LPPoolAttribute
{
    /// <param name="normType">The power; above 0.</param>
    /// <param name="kernel">Size of the window along all axes; at least 1.</param>
    public LPPool2dAttribute(double normType, long kernel) : base(normType, kernel)
    {
    }

    /// <param name="normType">The power, the name of a hyper-parameter.</param>
    /// <param name="kernel">Size of the window along all axes; at least 1.</param>
    public LPPool2dAttribute(string normType, long kernel) : base(normType, kernel)
    {
    }

    /// <param name="normType">The power; above 0.</param>
    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public LPPool2dAttribute(double normType, string kernel) : base(normType, kernel)
    {
    }

    /// <param name="normType">The power, the name of a hyper-parameter.</param>
    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public LPPool2dAttribute(string normType, string kernel) : base(normType, kernel)
    {
    }
}
