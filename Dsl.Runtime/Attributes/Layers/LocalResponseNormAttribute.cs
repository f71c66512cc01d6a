namespace NeuralDsl;

/// <summary>Divides each element by a power of what the squares of its neighbours in other channels sum to.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c> → the same.</para>
/// <para>Source: Krizhevsky et al. 2012, "ImageNet Classification with Deep Convolutional Neural Networks"; <c>x / (K + Alpha/size·∑x²)^Beta</c>.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=8 H W"), LocalResponseNorm(5)]</code></example>
public sealed class LocalResponseNormAttribute : LayerAttribute
{
    /// <param name="size">Number of neighbouring channels, itself included; at least 1.</param>
    public LocalResponseNormAttribute(long size) => Size = size;

    /// <param name="size">Number of neighbouring channels, itself included, an expression over hyper-parameters.</param>
    public LocalResponseNormAttribute(string size) => Size = size;

    /// <summary>Number of neighbouring channels: a number, or an expression over hyper-parameters.</summary>
    public object Size { get; }

    /// <summary>Weight of the squares: a number, or the name of a hyper-parameter; default 1e-4.</summary>
    public object Alpha { get; set; } = 1e-4;

    /// <summary>The power: a number, or the name of a hyper-parameter; default 0.75.</summary>
    public object Beta { get; set; } = 0.75;

    /// <summary>Added to the sum of squares: a number, or the name of a hyper-parameter; default 1.</summary>
    public object K { get; set; } = 1.0;
}
