using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>
/// A layer with its arguments read. One file an operator says everything about it: how its attribute is read, its shape and dtype
/// rule, its parameters, its cost and the C# that it becomes.
/// </summary>
internal abstract record Layer
{
    /// <summary>The type of what it makes of its input, or null after a fault.</summary>
    public abstract TensorType? Infer(LayerCheck check);

    /// <summary>Its trainable parameters, by state-dict name.</summary>
    public virtual EquatableArray<ParameterSpec> Parameters(TensorType input) => [];

    /// <summary>Its multiply-accumulates in one forward pass.</summary>
    public virtual Dim MultiplyAccumulates(TensorType input, TensorType output) => 0;

    /// <summary>The expression that computes it.</summary>
    /// <param name="input">The expression of its input.</param>
    /// <param name="module">The expression of its module, for a layer that has one.</param>
    public abstract string Call(string input, string module);
}

/// <summary>A layer with state, which is a TorchSharp module of its own.</summary>
internal abstract record ModuleLayer : Layer
{
    /// <summary>The module's class in <c>TorchSharp.Modules</c>, which is also the factory's name in <c>torch.nn</c>.</summary>
    public abstract string ModuleType { get; }

    /// <summary>The arguments of the factory before device and dtype.</summary>
    public abstract IEnumerable<string> FactoryArguments(TensorType input);

    public override string Call(string input, string module) => $"{module}.call({input})";
}

/// <summary>A layer without state, which is a function of its input.</summary>
internal abstract record FunctionLayer : Layer
{
    public sealed override string Call(string input, string module) => Call(input);

    protected abstract string Call(string input);

    /// <summary>A call in <c>torch.nn.functional</c>.</summary>
    protected static string Functional(string function, params string[] arguments) => $"{CSharp.Functional}.{function}({string.Join(", ", arguments)})";
}

/// <summary>A trainable parameter.</summary>
/// <param name="Name">Its name within the layer, as in PyTorch's state dict.</param>
/// <param name="Shape">Its shape.</param>
internal sealed record ParameterSpec(string Name, EquatableArray<long> Shape)
{
    /// <exception cref="OverflowException">The count is beyond 64 bits.</exception>
    public long Count => Shape.Aggregate(1L, (product, size) => checked(product * size));

    public string ShapeText => $"[{string.Join(",", Shape)}]";
}
