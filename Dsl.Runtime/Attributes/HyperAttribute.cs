namespace NeuralDsl;

/// <summary>
/// Declares a hyper-parameter: a parameter of the constructor with a default, whose name may stand wherever a number stands. The
/// checker reasons for all its values: what holds for some of them only is checked by the constructor.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HyperAttribute : ModelElementAttribute
{
    /// <param name="name">The name of the parameter, and of the property that holds its value.</param>
    /// <param name="value">The default, a whole number. A default of at least 1 makes 1 the smallest value; otherwise 0 is.</param>
    public HyperAttribute(string name, long value)
    {
        Name = name;
        Default = value;
    }

    /// <param name="name">The name of the parameter, and of the property that holds its value.</param>
    /// <param name="value">The default.</param>
    public HyperAttribute(string name, double value)
    {
        Name = name;
        Default = value;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The default: a <see cref="long"/> or a <see cref="double"/>.</summary>
    public object Default { get; }
}
