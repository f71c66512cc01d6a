namespace NeuralDsl;

/// <summary>A method of the class as a layer: it takes tensors and makes a new one, which the model disposes.</summary>
/// <param name="method">The method's name: <c>nameof(Mix)</c>.</param>
/// <param name="shape">The shape of what it makes, in the language's notation; checked when it runs.</param>
public sealed class ApplyAttribute(string method, string shape) : LayerAttribute
{
    /// <summary>The method's name.</summary>
    public string Method { get; } = method;

    /// <summary>The shape of what it makes.</summary>
    public string Shape { get; } = shape;
}
