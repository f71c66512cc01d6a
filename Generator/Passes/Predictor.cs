using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Shapes;

namespace NeuralDsl.Passes;

/// <summary>
/// Writes the forward pass of a model for its answer alone, in evaluation mode: without what is there for training only, and with layers folded into those before them.
/// </summary>
internal sealed class Predictor
{
    private readonly ForwardWriter values;
    private readonly TypedModel model;
    private readonly Pass pass;
    private readonly Func<Dim, string> size;
    private readonly Dictionary<string, TypedLayer> makers;
    private readonly ILookup<string, TypedLayer> takers;
    private readonly List<string> modes = [];

    /// <param name="model">The model.</param>
    /// <param name="pass">Where the statements go.</param>
    /// <param name="isTaken">Whether something takes a value.</param>
    /// <param name="size">Writes a size as an expression, in the locals and members that the method has.</param>
    public Predictor(TypedModel model, Pass pass, Func<string, bool> isTaken, Func<Dim, string> size)
    {
        (this.model, this.pass, this.size) = (model, pass, size);
        values = new(model, pass, isTaken, size);
        makers = model.Layers.ToDictionary(layer => layer.Name);
        takers = model.Layers.SelectMany(layer => layer.Node.Inputs!.Value.Select(value => (value, layer))).ToLookup(pair => pair.value, pair => pair.layer);
    }

    /// <summary>The modules that make something else in training mode, so that they are to be in evaluation mode.</summary>
    public IReadOnlyList<string> Modes => modes;

    /// <summary>The tensor of a value: of inputs and parameters at once, of others after their layer.</summary>
    public Local this[string name]
    {
        get => values[name];
        set => values[name] = value;
    }

    /// <summary>Writes layers.</summary>
    public void Write(IReadOnlyList<TypedLayer> layers)
    {
        // A layer that is folded into the one before it takes what that one takes.
        var folds = layers.Select(layer => (layer.Name, Before: Before(layer))).Where(pair => pair.Before is not null).ToDictionary(pair => pair.Name, pair => pair.Before!);
        var folded = new HashSet<string>(folds.Values.Select(before => before.Name));
        foreach (var layer in layers)
        {
            if (folds.TryGetValue(layer.Name, out var before))
                Run(layer, code => layer.Layer.FoldInto(before)!(code, ForwardWriter.ModuleOf(before)), values.InputsOf(before));
            else if (!folded.Contains(layer.Name))
                Write(layer);
        }
    }

    private void Write(TypedLayer layer)
    {
        if (layer.Prediction is { } rule)
        {
            Run(layer, rule, values.InputsOf(layer));
        }
        else if (layer.Node.If is null && layer.Gradient is { } gradient && !KeepsMore(layer, gradient))
        {
            Run(layer, gradient, values.InputsOf(layer));
        }
        else
        {
            values.Write(layer);
            if (layer.Layer.HasMode)
                modes.Add(layer.Layer is Apply ? "this" : ForwardWriter.ModuleOf(layer));
        }
    }

    /// <summary>Whether the forward pass of training makes more than the forward method.</summary>
    private bool KeepsMore(TypedLayer layer, Action<GradientCode> gradient)
    {
        var trial = Code(new Pass(new([])), layer, values.InputsOf(layer));
        gradient(trial);
        return trial.KeepsMore;
    }

    private void Run(TypedLayer layer, Action<GradientCode> rule, IReadOnlyList<Local> inputs)
    {
        var code = Code(pass, layer, inputs);
        rule(code);
        values.Take(layer, code);
    }

    private GradientCode Code(Pass into, TypedLayer layer, IReadOnlyList<Local> inputs) =>
        new(into, layer, inputs, ForwardWriter.ModuleOf(layer), size, learns: false, isWanted: _ => false, give: (_, _) => { });

    /// <summary>The layer that a layer can be folded into: the one whose value it takes, which nobody else does; null for none.</summary>
    private TypedLayer? Before(TypedLayer layer) =>
        layer is { Node: { If: null, Inputs: [var taken] } } && makers.TryGetValue(taken, out var before) && before.Node.If is null && layer.Layer.FoldInto(before) is not null
            && takers[taken].Count() == 1 && model.Outputs.All(output => output.Name != taken) ? before : null;
}
