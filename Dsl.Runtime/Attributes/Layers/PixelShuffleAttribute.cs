namespace NeuralDsl;

/// <summary>Lays squares of channels out as pixels, which enlarges an image.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C·r², H, W]</c> → <c>[N, C, H·r, W·r]</c>.</para>
/// <para>Source: Shi et al. 2016, "Real-Time Single Image and Video Super-Resolution".</para>
/// </remarks>
/// <example><code>[Input("x", "N C=8 H W"), PixelShuffle(2)]</code></example>
public sealed class PixelShuffleAttribute : LayerAttribute
{
    /// <param name="upscaleFactor">The side r of a square; at least 1.</param>
    public PixelShuffleAttribute(long upscaleFactor) => UpscaleFactor = upscaleFactor;

    /// <param name="upscaleFactor">The side r of a square, an expression over hyper-parameters.</param>
    public PixelShuffleAttribute(string upscaleFactor) => UpscaleFactor = upscaleFactor;

    /// <summary>The side r of a square: a number, or an expression over hyper-parameters.</summary>
    public object UpscaleFactor { get; }
}
