namespace NeuralDsl;

/// <summary>Normalizes the exponentials along an axis, so that they sum to 1.</summary>
/// <param name="axis">The axis; negative counts from the last; default -1.</param>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Softmax]</code></example>
public sealed class SoftmaxAttribute(int axis = -1) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;
}
