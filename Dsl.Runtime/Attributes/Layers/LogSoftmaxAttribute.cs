namespace NeuralDsl;

/// <summary>Logarithm of the softmax along an axis, computed stably.</summary>
/// <param name="axis">The axis; negative counts from the last; default -1.</param>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), LogSoftmax]</code></example>
public sealed class LogSoftmaxAttribute(int axis = -1) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;
}
