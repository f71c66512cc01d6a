using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Graph;

/// <summary>A model with its names resolved: values and the nodes that make them, in the order in which they run.</summary>
/// <param name="Type">The class.</param>
/// <param name="Hypers">The hyper-parameters, in order.</param>
/// <param name="Inputs">The declared inputs; the line of layers starts at the first.</param>
/// <param name="Parameters">The learned tensors of the model's own.</param>
/// <param name="Nodes">The layers.</param>
/// <param name="Outputs">What <c>forward</c> returns; at least one where there are layers.</param>
/// <param name="Phases">The parts of the training step, in order: one, unless phases are declared.</param>
/// <param name="Freezes">The patterns of parameters that are not trained.</param>
/// <param name="Initializations">How parameters begin, in order.</param>
/// <param name="Budget">What it may cost; null for anything.</param>
/// <param name="Settings">Its data, and how it is trained by default.</param>
/// <param name="NumberConditions">The ranges of hyper-parameters that stand for numbers.</param>
/// <param name="Gradients">How its gradients are computed; the name of a member of the public enum.</param>
internal sealed record ModelGraph(
    TypeDeclaration Type,
    EquatableArray<Hyper> Hypers,
    EquatableArray<GraphInput> Inputs,
    EquatableArray<GraphParameter> Parameters,
    EquatableArray<GraphNode> Nodes,
    EquatableArray<GraphOutput> Outputs,
    EquatableArray<GraphPhase> Phases,
    EquatableArray<GraphFreeze> Freezes,
    EquatableArray<GraphInitialization> Initializations,
    Budget? Budget,
    ModelSettings Settings,
    EquatableArray<NumberCondition> NumberConditions,
    string Gradients)
{
    /// <summary>TorchSharp's modules take at most so many inputs.</summary>
    public const int MostInputs = 6;

    /// <summary>The losses of all phases, in order.</summary>
    public IReadOnlyList<GraphLoss> Losses => [.. Phases.SelectMany(phase => phase.Losses)];

    /// <summary>The parameter groups of all phases, in order.</summary>
    public IReadOnlyList<ParameterGroup> Groups => [.. Phases.SelectMany(phase => phase.Groups)];

    /// <summary>The phase that an attribute belongs to.</summary>
    public GraphPhase PhaseOf(int attribute) => Phases.LastOrDefault(phase => phase.Attribute <= attribute) ?? Phases[0];

    /// <summary>Whether a name is that of a value that a layer makes.</summary>
    public bool IsLayerValue(string name) => Nodes.Any(node => node.Values.Contains(name));

    /// <summary>The inputs that layers take, what may be absent last; the others are targets. Without a usable layer, the first; more than a module takes are a fault and left out.</summary>
    public IReadOnlyList<GraphInput> ForwardInputs
    {
        get
        {
            var taken = Inputs.Where(input => Nodes.Any(node => node.Inputs?.Contains(input.Name) == true)).ToArray();
            return [.. taken.Length > 0 ? taken.OrderBy(input => input.IsOptional).Take(MostInputs) : Inputs.Take(1)];
        }
    }
}

/// <summary>A declared input.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Type">Its type; null where the shape could not be read.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphInput(string Name, TensorType? Type, int Attribute)
{
    /// <summary>Whether the tensor may be absent.</summary>
    public bool IsOptional => Type is { IsOptional: true };
}

/// <summary>A learned tensor of the model's own.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Type">Its type; null where the shape could not be read.</param>
/// <param name="Initialization">How it begins; null where that could not be read.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphParameter(string Name, TensorType? Type, Initialization? Initialization, int Attribute);

/// <summary>A layer and the value that it makes, which has the layer's name.</summary>
/// <param name="Name">The given name, or one made of the operator and a number.</param>
/// <param name="IsNamed">Whether the user gave the name.</param>
/// <param name="Operator">The attribute's name, such as <c>Conv2d</c>.</param>
/// <param name="Layer">The layer; null where its arguments could not be read.</param>
/// <param name="Inputs">The names of the values that it takes; null where one could not be resolved.</param>
/// <param name="Share">The name of the layer whose weights it uses, or null for its own.</param>
/// <param name="Tie">The other layer's weight that it uses, or null.</param>
/// <param name="Sizes">Its arguments that are expressions over hyper-parameters.</param>
/// <param name="If">When it is there; null for always.</param>
/// <param name="Key">Its prefix in the state dict where that is not its name.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphNode(
    string Name, bool IsNamed, string Operator, Layer? Layer, EquatableArray<string>? Inputs, string? Share, TiedWeight? Tie, EquatableArray<SizeArgument> Sizes,
    Presence? If, string? Key, int Attribute)
{
    /// <summary>Its prefix in the state dict.</summary>
    public string StateKey => Key ?? Name;

    /// <summary>The values that it makes: its own, then those that are named after it, such as <c>lstm.hidden</c>.</summary>
    public IEnumerable<string> Values => (Layer?.MoreOutputs ?? []).Select(output => $"{Name}.{output}").Prepend(Name);

    /// <summary>The node as messages call it: <c>Linear 'fc1'</c>, or <c>Linear</c> without a name.</summary>
    public string Title => IsNamed ? $"{Operator} '{Name}'" : Operator;
}

/// <summary>A value that <c>forward</c> returns.</summary>
/// <param name="Value">The value's name.</param>
/// <param name="Asserted">The shape that the user asserts, or null.</param>
/// <param name="Attribute">Index of the attribute that declares it; -1 for the default output.</param>
internal sealed record GraphOutput(string Value, Shape? Asserted, int Attribute);

/// <summary>A loss with its predictions and targets.</summary>
/// <param name="Operator">The attribute's name, such as <c>CrossEntropyLoss</c>.</param>
/// <param name="Loss">The loss; null where its arguments could not be read.</param>
/// <param name="Predictions">The names of the values that it takes; null where one could not be resolved.</param>
/// <param name="Targets">The names of its targets.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphLoss(string Operator, Loss? Loss, EquatableArray<string>? Predictions, EquatableArray<string> Targets, int Attribute)
{
    /// <summary>The value that it judges, for most losses the only one.</summary>
    public string? Prediction => Predictions is { } predictions ? predictions[0] : null;
}

/// <summary>An optimizer with the parameters that it steps.</summary>
/// <param name="Operator">The attribute's name, such as <c>Adam</c>.</param>
/// <param name="Optimizer">The optimizer; null where its arguments could not be read.</param>
/// <param name="Only">Patterns of its parameters; null for all.</param>
/// <param name="Except">Patterns of the parameters that it leaves out; null for none.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record ParameterGroup(string Operator, Optimizer? Optimizer, string? Only, string? Except, int Attribute)
{
    /// <summary>Whether a parameter is in it; null where only some repetitions of a block are.</summary>
    public bool? Contains(ParameterCount parameter) => parameter.IsIn(Only, Except);
}

/// <summary>Parameters that are not trained.</summary>
/// <param name="Patterns">Patterns of state-dict names.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphFreeze(string Patterns, int Attribute);

/// <summary>How parameters begin.</summary>
/// <param name="Patterns">Patterns of state-dict names.</param>
/// <param name="Except">Patterns of the parameters that are left as they are; null for none.</param>
/// <param name="Initialization">How; null where it could not be read.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record GraphInitialization(string Patterns, string? Except, Initialization? Initialization, int Attribute)
{
    /// <summary>Whether a parameter begins so; null where only some repetitions of a block do.</summary>
    public bool? Contains(ParameterCount parameter) => parameter.IsIn(Patterns, Except);
}
