using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>
/// A layer with its arguments read. One file an operator says everything about it: how its attribute is read, its shape and dtype
/// rule, its parameters, its cost and the C# that it becomes.
/// </summary>
internal abstract record Layer
{
    /// <summary>The values that it names in its own arguments, besides the one that comes before it.</summary>
    public virtual ValueNames Values => ValueNames.None;

    /// <summary>The same of a layer that names values in several arguments, argument by argument.</summary>
    public virtual EquatableArray<ValueNames> ValuesByArgument => [Values];

    /// <summary>Whether it takes the value before it, or what From says, and not only the values that it names.</summary>
    public virtual bool TakesCurrent => true;

    /// <summary>Whether it takes as many values as From names.</summary>
    public virtual bool TakesAnyNumber => false;

    /// <summary>Whether it is one call on the value that it takes, so that it can be left out.</summary>
    public virtual bool IsCalled => false;

    /// <summary>Whether the value at an index of its inputs may be absent, and so null in the code that it becomes.</summary>
    public virtual bool TakesOptional(int input) => false;

    /// <summary>The names of the values that it makes besides its own, each written after the layer's and a dot: <c>lstm.hidden</c>.</summary>
    public virtual EquatableArray<string> MoreOutputs => [];

    /// <summary>The type of what it makes of its inputs, or null after a fault.</summary>
    public abstract TensorType? Infer(LayerCheck check);

    /// <summary>What is known of the numbers of what it makes; null for nothing.</summary>
    /// <param name="types">What it takes and makes.</param>
    /// <param name="output">0 for its own value, and from 1 for <see cref="MoreOutputs"/>.</param>
    public virtual Encoding? Encode(LayerTypes types, int output) => null;

    /// <summary>The types of <see cref="MoreOutputs"/>, once its own is known.</summary>
    public virtual IEnumerable<TensorType> InferMore(LayerTypes types) => [];

    /// <summary>Its trainable parameters, by state-dict name.</summary>
    public virtual EquatableArray<ParameterSpec> Parameters(TensorType input) => [];

    /// <summary>The same of a layer whose parameters depend on more than its first input.</summary>
    public virtual EquatableArray<ParameterSpec> Parameters(LayerTypes types) => types.Inputs.Count == 0 ? [] : Parameters(types.Input);

    /// <summary>Its parameters by their names within the layer, blocks' included, with the number of elements of each.</summary>
    /// <exception cref="OverflowException">A count is beyond 64 bits.</exception>
    public virtual IEnumerable<ParameterCount> CountParameters(LayerTypes types) =>
        Parameters(types).Select(parameter => new ParameterCount(parameter.Name, parameter.Shape, 1, true));

    /// <summary>What it keeps besides its parameters, by state-dict name.</summary>
    public virtual EquatableArray<ParameterSpec> Buffers(TensorType input) => [];

    /// <summary>The elements of its buffers, blocks' included.</summary>
    public virtual Dim CountBuffers(LayerTypes types) => types.Inputs.Count == 0 ? 0 : Buffers(types.Input).Aggregate((Dim)0, (sum, buffer) => sum + buffer.Count);

    /// <summary>Its multiply-accumulates in one forward pass.</summary>
    public virtual Dim MultiplyAccumulates(LayerTypes types) => 0;

    /// <summary>The elements of the tensors that it makes in a forward pass of training: none where it gives a view of its input.</summary>
    public virtual Dim Activations(LayerTypes types) => types.More.Aggregate(types.Output.Shape.Elements, (sum, more) => sum + more.Shape.Elements);

    /// <summary>Its forward pass without autograd and its backward pass; null where autograd alone has its gradient.</summary>
    public virtual Action<GradientCode>? Gradient(LayerTypes types) => null;

    /// <summary>Its value in evaluation mode without autograd, where there is more to leave out than the forward method and <see cref="Gradient"/> do; null for theirs.</summary>
    public virtual Action<GradientCode>? Prediction(LayerTypes types) => null;

    /// <summary>The same of two layers in one: its value, of what <paramref name="before"/> takes, by that one's module; null where it is no other way.</summary>
    /// <param name="before">The layer whose value this one takes, and nobody else.</param>
    public virtual Action<GradientCode, string>? FoldInto(TypedLayer before) => null;

    /// <summary>Whether what the forward method calls makes something else while it is in training mode.</summary>
    public virtual bool HasMode => false;

    /// <summary>The expression that computes it.</summary>
    public abstract string Call(LayerCode code);

    /// <summary>One variable, or several of a tuple.</summary>
    protected static string Variables(IReadOnlyList<Local> locals) => locals.Count == 1 ? locals[0].Name : $"({string.Join(", ", locals)})";

    /// <summary>The statements that make the local of its value.</summary>
    public virtual void Write(LayerCode code)
    {
        // A layer that may not be there gives its input then, as a handle of its own, so that both are disposed alike.
        var call = code.If is null ? Call(code) : $"{code.If.ToCSharp(code.Size)} ? {Call(code)} : {code.Inputs[0]}.alias()";
        code.Line($"var {code.Name} = {call};", code.Types.Output.Shape.ToDisplay());
    }
}

/// <summary>A layer with state, which is a TorchSharp module of its own.</summary>
internal abstract record ModuleLayer : Layer
{
    /// <summary>Where the modules are that TorchSharp lacks.</summary>
    protected const string OwnModules = "global::NeuralDsl.Modules.";

    /// <summary>The module's class in <c>TorchSharp.Modules</c>, which is also the factory's name in <c>torch.nn</c>.</summary>
    public abstract string ModuleType { get; }

    /// <summary>The class of the property that holds it.</summary>
    public virtual string PropertyType => $"global::TorchSharp.Modules.{ModuleType}";

    public override bool IsCalled => true;

    /// <summary>The arguments of the factory before device and dtype.</summary>
    /// <param name="input">The type of its input.</param>
    /// <param name="size">Writes a size as an expression over the constructor's parameters.</param>
    public abstract IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size);

    /// <summary>The same for a module that several inputs decide.</summary>
    public virtual IEnumerable<string> FactoryArguments(LayerTypes types, Func<Dim, string> size) => FactoryArguments(types.Input, size);

    /// <summary>The statements of the constructor that make it.</summary>
    public virtual IEnumerable<string> Construct(string target, LayerTypes types, Func<Dim, string> size) => [$"{target} = {Make(types, size)};"];

    /// <summary>The expression that makes it: TorchSharp's modules come from factories.</summary>
    protected virtual string Make(LayerTypes types, Func<Dim, string> size) => Make($"global::TorchSharp.torch.nn.{ModuleType}", types, size);

    /// <summary>The same by the factory or constructor given.</summary>
    protected string Make(string factory, LayerTypes types, Func<Dim, string> size) =>
        $"{factory}({string.Join(", ", FactoryArguments(types, size).Append("device: device").Append("dtype: dtype"))})";

    public override string Call(LayerCode code) => $"{code.Module}{(code.If is null ? "" : "!")}.call({string.Join(", ", code.Inputs)})";
}

/// <summary>A layer with a module of <c>NeuralDsl.Modules</c>, which TorchSharp lacks.</summary>
internal abstract record RuntimeModuleLayer : ModuleLayer
{
    public sealed override string PropertyType => $"{OwnModules}{ModuleType}";

    /// <summary>The arguments of its constructor, device and dtype among them where it has weights.</summary>
    protected abstract IEnumerable<string> Arguments(LayerTypes types, Func<Dim, string> size);

    public sealed override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) => [];

    protected sealed override string Make(LayerTypes types, Func<Dim, string> size) => $"new {PropertyType}({string.Join(", ", Arguments(types, size))})";

    /// <summary>An object initializer of what is not the default; nothing where all is.</summary>
    protected static string? Options(IEnumerable<string> assignments) => string.Join(", ", assignments) is { Length: > 0 } all ? $"new() {{ {all} }}" : null;
}

/// <summary>A layer without state, which is a function of its inputs.</summary>
internal abstract record FunctionLayer : Layer
{
    /// <summary>A call in <c>torch.nn.functional</c>.</summary>
    protected static string Functional(string function, params string[] arguments) => $"{CSharp.Functional}.{function}({string.Join(", ", arguments)})";
}

/// <summary>A layer without state that takes one input and needs nothing else.</summary>
internal abstract record UnaryLayer : FunctionLayer
{
    public override bool IsCalled => true;

    public sealed override string Call(LayerCode code) => Call(code.Inputs[0]);

    protected abstract string Call(string input);

    /// <summary>The call in a pass that computes its gradient.</summary>
    protected Code Called(GradientCode code) => Code.Of(Call(code.Input.Name), [code.Input]);
}

/// <summary>What a layer takes and makes.</summary>
/// <param name="Inputs">The types of its inputs.</param>
/// <param name="Output">The type of its own value.</param>
/// <param name="More">The types of the values that it makes besides.</param>
internal sealed record LayerTypes(EquatableArray<TensorType> Inputs, TensorType Output, EquatableArray<TensorType> More)
{
    public LayerTypes(EquatableArray<TensorType> inputs, TensorType output)
        : this(inputs, output, [])
    {
    }

    public TensorType Input => Inputs[0];

    /// <summary>The encoding of the input, for a layer that gives the same elements another shape.</summary>
    public Encoding? Reshaped => Input.Encoding?.Reshaped(Input.Shape, Output.Shape);
}

/// <summary>The code around a layer.</summary>
/// <param name="Owner">The layer as messages call it.</param>
/// <param name="Name">The local of its value.</param>
/// <param name="More">The locals of the values that it makes besides; null for one that nothing takes.</param>
/// <param name="Inputs">The expressions of its inputs.</param>
/// <param name="Module">The expression of its module, for a layer that has one.</param>
/// <param name="Tied">The expression of the other layer's weight that it uses, or null.</param>
/// <param name="If">When it is there; null for always.</param>
/// <param name="Types">What it takes and makes.</param>
/// <param name="Size">Writes a size as an expression, in the locals and members that the method has.</param>
/// <param name="Local">Makes a local's name that nothing else in the method has.</param>
/// <param name="Line">Writes a statement, with a comment.</param>
/// <param name="Temporary">Names an intermediate that is disposed at the end of the layer: name, expression, shape; gives the local's name.</param>
internal sealed record LayerCode(
    string Owner,
    string Name,
    IReadOnlyList<string?> More,
    IReadOnlyList<string> Inputs,
    string Module,
    string? Tied,
    Presence? If,
    LayerTypes Types,
    Func<Dim, string> Size,
    Func<string, string> Local,
    Action<string, string?> Line,
    Func<string, string, string, string> Temporary)
{
    /// <summary>Writes the check of a value that the user's own code makes.</summary>
    public void Guard() =>
        Line($"global::NeuralDsl.ShapeGuard.Check({Name}, {CSharp.Text(Owner)}, [{string.Join(", ", Types.Output.Shape.Axes.Select(axis => Size(axis.Size)))}]);", null);
}

/// <summary>A trainable parameter.</summary>
/// <param name="Name">Its name within the layer, as in PyTorch's state dict.</param>
/// <param name="Shape">Its shape.</param>
internal sealed record ParameterSpec(string Name, EquatableArray<Dim> Shape)
{
    /// <exception cref="OverflowException">The count is beyond 64 bits.</exception>
    public Dim Count => Shape.Aggregate((Dim)1, (product, size) => product * size);

    public string ShapeText => $"[{string.Join(",", Shape)}]";
}
