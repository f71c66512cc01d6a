namespace NeuralDsl;

/// <summary>Lays squares of pixels out as channels, the opposite of PixelShuffle.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H·r, W·r]</c> → <c>[N, C·r², H, W]</c>.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H=32 W=32"), PixelUnshuffle(2)]</code></example>
public sealed class PixelUnshuffleAttribute : LayerAttribute
{
    /// <param name="downscaleFactor">The side r of a square; at least 1.</param>
    public PixelUnshuffleAttribute(long downscaleFactor) => DownscaleFactor = downscaleFactor;

    /// <param name="downscaleFactor">The side r of a square, an expression over hyper-parameters.</param>
    public PixelUnshuffleAttribute(string downscaleFactor) => DownscaleFactor = downscaleFactor;

    /// <summary>The side r of a square: a number, or an expression over hyper-parameters.</summary>
    public object DownscaleFactor { get; }
}
