namespace NeuralDsl;

/// <summary>Splits one axis into several whose sizes multiply to its size.</summary>
/// <param name="axis">The axis; negative counts from the last.</param>
/// <param name="shape">The axes that it becomes, in the language's notation.</param>
/// <remarks>
/// <para>Shape: any shape → the same with several axes in the place of one.</para>
/// </remarks>
/// <example><code>[Input("x", "N 12"), Unflatten(1, "3 4")]</code></example>
public sealed class UnflattenAttribute(int axis, string shape) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;

    /// <summary>The axes that it becomes.</summary>
    public string Shape { get; } = shape;
}
