namespace NeuralDsl;

/// <summary>Declares a learned tensor of its own, such as a class token or a position table. It is a value that layers name.</summary>
/// <param name="name">The name of the value, of the property and in the state dict.</param>
/// <param name="shape">The shape, of numbers and hyper-parameters.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ParameterAttribute(string name, string shape) : InitializationAttribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The shape.</summary>
    public string Shape { get; } = shape;

    /// <summary>How it begins; default <see cref="NeuralDsl.Init.Zeros"/>.</summary>
    public Init Init { get; set; }
}
