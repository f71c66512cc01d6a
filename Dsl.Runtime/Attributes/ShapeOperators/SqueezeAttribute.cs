namespace NeuralDsl;

/// <summary>Removes an axis of size 1.</summary>
/// <param name="axis">The axis; negative counts from the last.</param>
/// <remarks>
/// <para>Shape: any shape with an axis of size 1 → the same without it.</para>
/// </remarks>
/// <example><code>[Input("x", "N 1 8"), Squeeze(1)]</code></example>
public sealed class SqueezeAttribute(int axis) : LayerAttribute
{
    /// <summary>The axis; negative counts from the last.</summary>
    public int Axis { get; } = axis;
}
