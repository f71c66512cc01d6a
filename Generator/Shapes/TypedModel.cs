using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Passes;

namespace NeuralDsl.Shapes;

/// <summary>A model whose every value has a type: what is emitted.</summary>
/// <param name="Type">The class.</param>
/// <param name="Hypers">The hyper-parameters, in order.</param>
/// <param name="Inputs">What <c>forward</c> takes, in order.</param>
/// <param name="Targets">What a batch holds besides the inputs, in order.</param>
/// <param name="Parameters">The learned tensors of the model's own.</param>
/// <param name="Layers">The layers in the order in which they run.</param>
/// <param name="Outputs">The values that <c>forward</c> returns.</param>
/// <param name="Phases">The parts of the training step, in order: one, unless phases are declared.</param>
/// <param name="Frozen">The patterns of parameters that are not trained.</param>
/// <param name="Initializations">How parameters begin, where it is not PyTorch's default; the last one that matches counts.</param>
/// <param name="ParameterCounts">Every parameter by its state-dict name.</param>
/// <param name="Conditions">What must hold of the symbols when they are known.</param>
/// <param name="NumberConditions">The ranges of hyper-parameters that stand for numbers.</param>
/// <param name="Costs">What it costs, over its symbols.</param>
/// <param name="DefaultParameterCount">Trainable parameters with the defaults.</param>
/// <param name="Gradients">How its gradients are computed; the name of a member of the public enum.</param>
internal sealed record TypedModel(
    TypeDeclaration Type,
    EquatableArray<Hyper> Hypers,
    EquatableArray<TypedValue> Inputs,
    EquatableArray<TypedValue> Targets,
    EquatableArray<GraphParameter> Parameters,
    EquatableArray<TypedLayer> Layers,
    EquatableArray<TypedValue> Outputs,
    EquatableArray<TypedPhase> Phases,
    EquatableArray<string> Frozen,
    EquatableArray<GraphInitialization> Initializations,
    EquatableArray<ParameterCount> ParameterCounts,
    EquatableArray<Condition> Conditions,
    EquatableArray<NumberCondition> NumberConditions,
    ModelCosts Costs,
    long DefaultParameterCount,
    string Gradients)
{
    /// <summary>The mode in which autograd computes what the generator has no gradient of.</summary>
    public const string Automatic = "Automatic";

    /// <summary>The mode in which autograd computes all gradients.</summary>
    public const string Autograd = "Autograd";

    /// <summary>The mode in which the generator must have every gradient.</summary>
    public const string Generated = "Generated";

    /// <summary>The losses of all phases, in order.</summary>
    public IReadOnlyList<TypedLoss> Losses => [.. Phases.SelectMany(phase => phase.Losses)];

    /// <summary>Trainable parameters, as an expression over the hyper-parameters.</summary>
    public Dim ParameterCount => Costs.Trainable;

    /// <summary>Whether it computes its gradients itself, also as a block: it has passes of its own. A model with losses has them for these alone.</summary>
    public bool HasPasses => Gradients != Autograd && Losses.Count == 0 && !Inputs.Any(input => input.Type is { IsFloatingPoint: true, IsOptional: true });

    /// <summary>The axes that symbols are read from when the model runs.</summary>
    public InputAxes Axes { get; } = new(Inputs.Select(input => (input.Name, input.Type)), Hypers);
}

/// <summary>A part of the training step.</summary>
/// <param name="Graph">What is declared.</param>
/// <param name="Losses">The losses, in order.</param>
internal sealed record TypedPhase(GraphPhase Graph, EquatableArray<TypedLoss> Losses)
{
    /// <summary>The parameter groups of the optimizer; one without patterns is all, and none is no optimizer.</summary>
    public EquatableArray<ParameterGroup> Groups => Graph.Groups;
}

/// <summary>A named value and its type.</summary>
internal sealed record TypedValue(string Name, TensorType Type);

/// <summary>A layer with the types of what it takes and makes, and with its costs.</summary>
internal sealed record TypedLayer(
    GraphNode Node,
    Layer Layer,
    LayerTypes Types,
    EquatableArray<ParameterSpec> Parameters,
    Dim ParameterCount,
    Dim Buffers,
    Dim MultiplyAccumulates,
    Dim Activations)
{
    public string Name => Node.Name;

    public TensorType Output => Types.Output;

    /// <summary>Its forward pass without autograd and its backward pass; null where autograd alone has its gradient.</summary>
    public Action<GradientCode>? Gradient => Layer.Gradient(Types);

    /// <summary>What it makes for a prediction, where that is not what it makes otherwise; null for the same.</summary>
    public Action<GradientCode>? Prediction => Node.If is null ? Layer.Prediction(Types) : null;

    /// <summary>The type of a value that it makes.</summary>
    public TensorType TypeOf(string value) => value == Name ? Output : Types.More[Node.Values.ToList().IndexOf(value) - 1];
}

/// <summary>A loss with its predictions and targets.</summary>
internal sealed record TypedLoss(string Operator, Loss Loss, EquatableArray<string> Predictions, EquatableArray<string> Targets, LossSignature Signature)
{
    /// <summary>The value that it judges, for most losses the only one.</summary>
    public string Prediction => Predictions[0];
}
