namespace NeuralDsl;

/// <summary>Adds an axis of size 1.</summary>
/// <param name="axis">Where the new axis stands; negative counts from the last.</param>
public sealed class UnsqueezeAttribute(int axis) : LayerAttribute
{
    /// <summary>Where the new axis stands; negative counts from the last.</summary>
    public int Axis { get; } = axis;
}
