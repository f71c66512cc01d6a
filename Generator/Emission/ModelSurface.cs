using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Emission;

/// <summary>
/// The members that a model has, which its names alone decide. A model with an error is emitted with the same members, so that the
/// code that uses it does not fail a second time.
/// </summary>
internal sealed class ModelSurface(ModelGraph graph)
{
    public const string Tensor = "global::TorchSharp.torch.Tensor";

    public TypeDeclaration Type => graph.Type;

    /// <summary>What <c>forward</c> takes.</summary>
    public IReadOnlyList<string> Inputs { get; } = [.. graph.ForwardInputs.Select(input => input.Name)];

    /// <summary>The declared types of what <c>forward</c> takes, as far as they could be read.</summary>
    public IEnumerable<TensorType> InputTypes => graph.ForwardInputs.Select(input => input.Type).OfType<TensorType>();

    /// <summary>What a batch holds: the inputs, then the targets that are not inputs themselves, then the inputs that may be absent.</summary>
    public IReadOnlyList<string> Fields { get; } =
        [.. graph.ForwardInputs.Select(input => (input.Name, input.IsOptional)).Concat(graph.Losses.SelectMany(loss => loss.Targets).Where(target => !graph.IsLayerValue(target)).Select(target => (Name: target, IsOptional: false)))
            .OrderBy(field => field.IsOptional).Select(field => field.Name).Distinct()];

    /// <summary>The layers that are modules, with their classes.</summary>
    public IReadOnlyList<(string Name, ModuleLayer Layer)> Modules { get; } =
        [.. graph.Nodes.Where(node => node.Layer is ModuleLayer && node.Share is null).Select(node => (node.Name, (ModuleLayer)node.Layer!))];

    /// <summary>The hyper-parameters as parameters of the constructor.</summary>
    public IReadOnlyList<Hyper> Hypers { get; } = graph.Hypers;

    /// <summary>The learned tensors of the model's own.</summary>
    public IReadOnlyList<GraphParameter> Parameters { get; } = graph.Parameters;

    public IReadOnlyList<string> Outputs { get; } = [.. graph.Outputs.Select(output => output.Value)];

    /// <summary>Whether an input may be absent.</summary>
    public bool IsOptional(string input) => graph.Inputs.Any(candidate => candidate.Name == input && candidate.IsOptional);

    /// <summary>Whether a layer is there for some hyper-parameters only.</summary>
    public bool MayBeAbsent(string layer) => graph.Nodes.First(node => node.Name == layer).If is not null;

    /// <summary>A layer's prefix in the state dict.</summary>
    public string StateKeyOf(string layer) => graph.Nodes.First(node => node.Name == layer).StateKey;

    /// <summary>The operator of a layer, as its attribute says it.</summary>
    public string OperatorOf(string layer) => graph.Nodes.First(node => node.Name == layer).Operator;

    public bool HasLoss => graph.Losses.Count > 0;

    /// <summary>The parts of the training step, in order.</summary>
    public IReadOnlyList<PhaseSurface> Phases { get; } = [.. graph.Phases.Select(phase => new PhaseSurface(phase))];

    /// <summary>Whether the model declares phases.</summary>
    public bool HasPhases => Phases[0].Graph.IsDeclared;

    /// <summary>Whether a name is that of a value that a layer makes.</summary>
    public bool IsLayerValue(string name) => graph.IsLayerValue(name);

    /// <summary>Its data, and how it is trained by default.</summary>
    public ModelSettings Settings => graph.Settings;

    /// <summary>Whether <c>Fit</c> can train it: it says both what to minimize and how.</summary>
    public bool IsTrainable => HasLoss && Phases.All(phase => phase.Optimizer is not null);

    /// <summary>What <c>forward</c> returns.</summary>
    public string Result => Outputs.Count == 1 ? Tensor : "Outputs";

    /// <summary>The base class.</summary>
    public string Base => $"global::TorchSharp.torch.nn.Module<{string.Join(", ", Inputs.Select(_ => Tensor))}, {(Outputs.Count == 1 ? Tensor : $"{Type.Name}.Outputs")}>";

    /// <summary>The interface that a trainable model implements.</summary>
    public static string Trainable => "global::NeuralDsl.ITrainable<Batch>";

    /// <summary>The parameters of <c>forward</c>, as declared.</summary>
    public string InputParameters => string.Join(", ", Inputs.Select(Parameter));

    /// <summary>The parameters of <c>forward</c>, as passed on.</summary>
    public string InputArguments => string.Join(", ", Inputs.Select(CSharp.Identifier));

    /// <summary>The parameters of <c>forward</c>, as passed to <c>call</c>, whose signature does not know that they may be absent.</summary>
    public string CallArguments => string.Join(", ", Inputs.Select(name => $"{CSharp.Identifier(name)}{(IsOptional(name) ? "!" : "")}"));

    /// <summary>The inputs as properties of a batch, as passed to <c>call</c>.</summary>
    public string BatchArguments => string.Join(", ", Inputs.Select(name => $"batch.{CSharp.Pascal(name)}{(IsOptional(name) ? "!" : "")}"));

    /// <summary>A tensor as a parameter: one that may be absent is null by default.</summary>
    public string Parameter(string name) => $"{TypeOf(name)} {CSharp.Identifier(name)}{(IsOptional(name) ? " = null" : "")}";

    /// <summary>The type of a tensor, which may be null where it may be absent.</summary>
    public string TypeOf(string name) => IsOptional(name) ? $"{Tensor}?" : Tensor;
}
