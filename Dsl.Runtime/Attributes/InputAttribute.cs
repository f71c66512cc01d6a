namespace NeuralDsl;

/// <summary>
/// Declares a tensor that the model takes. The first input is where the line of layers starts; a further one is a target that a
/// loss names.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute : ModelElementAttribute
{
    /// <param name="name">The name of the value, of the parameter of <c>forward</c> and, in Pascal case, of the batch's property.</param>
    /// <param name="shape">
    /// Axes separated by blanks: sizes (<c>28</c>), names of sizes known at run time (<c>N</c>), named axes (<c>C=3</c>),
    /// expressions (<c>2*D</c>, <c>T/2</c> rounded down), or <c>?</c>.
    /// </param>
    /// <param name="dtype">The dtype; a declared floating-point type stands for any, so that a model can be moved to another.</param>
    public InputAttribute(string name, string shape, DType dtype = DType.Float32)
    {
        Name = name;
        Shape = shape;
        DType = dtype;
    }

    /// <summary>The name of the value.</summary>
    public string Name { get; }

    /// <summary>The shape, in the language's notation.</summary>
    public string Shape { get; }

    /// <summary>The dtype; default <see cref="DType.Float32"/>.</summary>
    public DType DType { get; }

    /// <summary>
    /// Whether the tensor may be absent, as a mask may; default false. It stands behind the others in <c>forward</c> and in the batch, with
    /// null as default. Sums, products and blocks whose own input is optional take it; the first input and targets are always there.
    /// </summary>
    public bool Optional { get; set; }
}
