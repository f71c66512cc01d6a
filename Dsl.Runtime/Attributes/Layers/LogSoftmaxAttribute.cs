namespace NeuralDsl;

/// <summary>Logarithm of the softmax along an axis, computed stably.</summary>
/// <param name="axis">The axis; negative counts from the last; default -1.</param>
public sealed class LogSoftmaxAttribute(int axis = -1) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;
}
