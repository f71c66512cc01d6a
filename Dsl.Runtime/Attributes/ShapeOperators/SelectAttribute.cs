namespace NeuralDsl;

/// <summary>Takes one index of an axis, which it removes.</summary>
/// <param name="axis">The axis; negative counts from the last.</param>
/// <param name="index">The index; negative counts from the last.</param>
/// <remarks>
/// <para>Shape: any shape → the same without the axis.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), Select(1, 0)]</code></example>
public sealed class SelectAttribute(int axis, int index) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;

    /// <summary>The index.</summary>
    public int Index { get; } = index;
}
