namespace NeuralDsl;

/// <summary>Puts the axes in another order: <c>[Permute(0, 2, 1)]</c> swaps the last two of three.</summary>
/// <param name="axes">For each axis of the result, the axis that it was; every axis once.</param>
/// <remarks>
/// <para>Shape: the axes of the input in the order that is given.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), Permute(0, 2, 1)]</code></example>
public sealed class PermuteAttribute(params int[] axes) : LayerAttribute
{
    /// <summary>For each axis of the result, the axis that it was.</summary>
    public int[] Axes { get; } = axes;
}
