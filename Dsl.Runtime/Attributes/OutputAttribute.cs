namespace NeuralDsl;

/// <summary>Declares a value that <c>forward</c> returns; without any, it returns the last layer's value.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute : ModelElementAttribute
{
    /// <param name="name">The name of a layer.</param>
    public OutputAttribute(string name) => Name = name;

    /// <param name="name">The name of a layer.</param>
    /// <param name="shape">The shape that it must have; another one is a compile-time error.</param>
    public OutputAttribute(string name, string shape)
    {
        Name = name;
        Shape = shape;
    }

    /// <summary>The name of a layer.</summary>
    public string Name { get; }

    /// <summary>The asserted shape, or null.</summary>
    public string? Shape { get; }
}
