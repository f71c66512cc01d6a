namespace NeuralDsl;

/// <summary>Takes a run of an axis.</summary>
/// <param name="axis">The axis; negative counts from the last.</param>
/// <param name="start">The first index, from 0.</param>
/// <param name="end">The index after the last one.</param>
/// <remarks>
/// <para>Shape: any shape → the same with <c>(end - start) / step</c>, rounded up, along the axis.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Slice(1, 0, 4)]</code></example>
public sealed class SliceAttribute(int axis, int start, int end) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;

    /// <summary>The first index.</summary>
    public int Start { get; } = start;

    /// <summary>The index after the last one.</summary>
    public int End { get; } = end;

    /// <summary>Distance between the indices that are taken; default 1.</summary>
    public int Step { get; set; } = 1;
}
