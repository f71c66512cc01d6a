namespace NeuralDsl;

/// <summary>Adds an axis of size 1.</summary>
/// <param name="axis">Where the new axis stands; negative counts from the last.</param>
/// <remarks>
/// <para>Shape: any shape → the same with one axis of size 1 more.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Unsqueeze(1)]</code></example>
public sealed class UnsqueezeAttribute(int axis) : LayerAttribute
{
    /// <summary>Where the new axis stands; negative counts from the last.</summary>
    public int Axis { get; } = axis;
}
