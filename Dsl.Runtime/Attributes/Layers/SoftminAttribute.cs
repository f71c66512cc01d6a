namespace NeuralDsl;

/// <summary>Softmax of the values with the opposite sign: the smallest gets most.</summary>
/// <param name="axis">The axis; negative counts from the last; default -1.</param>
/// <remarks>
/// <para>Shape: any floating-point tensor → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Softmin]</code></example>
public sealed class SoftminAttribute(int axis = -1) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;
}
