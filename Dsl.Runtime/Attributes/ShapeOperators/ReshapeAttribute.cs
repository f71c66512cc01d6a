namespace NeuralDsl;

/// <summary>Gives the same elements, in the same order, another shape with as many elements.</summary>
/// <param name="shape">The shape, in the language's notation.</param>
public sealed class ReshapeAttribute(string shape) : LayerAttribute
{
    /// <summary>The shape.</summary>
    public string Shape { get; } = shape;
}
