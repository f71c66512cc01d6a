namespace NeuralDsl;

/// <summary>Removes an axis of size 1.</summary>
/// <param name="axis">The axis; negative counts from the last.</param>
public sealed class SqueezeAttribute(int axis) : LayerAttribute
{
    /// <summary>The axis; negative counts from the last.</summary>
    public int Axis { get; } = axis;
}
