namespace NeuralDsl;

/// <summary>Resizes the axes after batch and channels, to given sizes or by factors; one of both is given.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c> → the same with other sizes; a size times a factor is rounded
/// down.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H W"), Upsample(ScaleFactor = 2, Mode = Interpolation.Bilinear)]</code></example>
public sealed class UpsampleAttribute : LayerAttribute
{
    /// <summary>The sizes, for all axes or for each: a number, or sizes as in a shape, with the symbols of inputs: <c>"H W"</c>.</summary>
    public object? Size { get; set; }

    /// <summary>The factors, for all axes or, as a string with blanks, for each: <c>2</c>, <c>"2 1.5"</c>. For a size that is a symbol, a whole number of eighths.</summary>
    public object? ScaleFactor { get; set; }

    /// <summary>How elements between others are made; default by the nearest.</summary>
    public Interpolation Mode { get; set; }

    /// <summary>Whether the centers of the corners stay in place, not their outer edges; for linear and cubic modes; default false.</summary>
    public bool AlignCorners { get; set; }
}
