namespace NeuralDsl;

/// <summary>Gives the same elements, in the same order, another shape with as many elements.</summary>
/// <param name="shape">The shape, in the language's notation.</param>
/// <remarks>
/// <para>Shape: any shape → the given one, which has as many elements.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 12"), Reshape("N 3*T 4")]</code></example>
public sealed class ReshapeAttribute(string shape) : LayerAttribute
{
    /// <summary>The shape.</summary>
    public string Shape { get; } = shape;
}
