using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Passes;

/// <summary>
/// Writes the forward pass of a model and, in the opposite order, its backward pass: by the gradients that operators say, and by autograd over one operator where it
/// says none.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="pass">Where the statements go.</param>
/// <param name="activity">Through which values gradients flow.</param>
/// <param name="isTaken">Whether something takes a value.</param>
/// <param name="size">Writes a size as an expression, in the locals and members that the method has.</param>
internal sealed partial class Differentiator(TypedModel model, Pass pass, Activity activity, Func<string, bool> isTaken, Func<Dim, string> size)
{
    private const string Recording = "global::NeuralDsl.Recording";

    private readonly ForwardWriter values = new(model, pass, isTaken, size);
    private readonly Dictionary<string, Local> gradients = [];
    private readonly Stack<Action> backward = [];

    /// <summary>The tensor of a value: of inputs and parameters at once, of others after their layer.</summary>
    public Local this[string name]
    {
        get => values[name];
        set => values[name] = value;
    }

    /// <summary>The gradient of a value as far as the backward pass knows it; null for none.</summary>
    public Local? GradientOf(string value) => gradients.TryGetValue(value, out var gradient) ? gradient : null;

    /// <summary>Adds to the gradient of a value.</summary>
    public void Give(string value, Local gradient)
    {
        gradients[value] = GradientOf(value) is not { } other ? gradient : pass.Let(
            GradientCode.GradientNameOf(value), gradient.Shape ?? other.Shape, $"{other} + {gradient}", (other, $"{other}.add_({gradient})"), (gradient, $"{gradient}.add_({other})"));
    }

    /// <summary>Writes the forward pass of layers.</summary>
    public void Forward(IReadOnlyList<TypedLayer> layers)
    {
        foreach (var parameter in model.Parameters.Where(parameter => activity.Flows(parameter.Name)))
            backward.Push(() => Learn(parameter.Name));
        foreach (var layer in layers)
        {
            if (!activity.Takes(layer))
                values.Write(layer);
            else if (layer.Gradient is not { } rule)
                Record(layer);
            else if (layer.Node.If is not null)
                DifferentiateWhereThere(layer, rule);
            else
                Differentiate(layer, rule);
        }
    }

    /// <summary>Writes the forward pass of a loss, and gives the loss without its weight.</summary>
    public Local Forward(TypedLoss loss, IReadOnlyList<Local> targets)
    {
        var predictions = loss.Predictions;
        bool IsWanted(int prediction) => activity.Flows(predictions[prediction]);
        void GiveWeighted(int prediction, Local gradient) => Give(predictions[prediction], Weighted(loss, predictions[prediction], gradient));
        var locals = predictions.Select(value => values[value]).ToArray();
        if (loss.Loss.Gradient(loss.Signature) is not { } rule)
            return Record(loss, locals, targets, IsWanted, GiveWeighted);
        var code = new LossGradientCode(pass, loss, locals, targets, IsWanted, GiveWeighted);
        rule(code);
        backward.Push(code.RunBackward);
        return code.Made!;
    }

    /// <summary>Writes the backward pass.</summary>
    public void Backward()
    {
        pass.BeginBackward();
        while (backward.Count > 0)
            backward.Pop()();
    }

    private void Learn(string parameter)
    {
        if (GradientOf(parameter) is { } gradient)
            pass.Do($"global::NeuralDsl.ParameterGradient.Add({values[parameter]}, {gradient})");
    }

    private Local Weighted(TypedLoss loss, string value, Local gradient)
    {
        var weight = loss.Loss.Options.Weight;
        return weight.Literal == 1 ? gradient : pass.Let(
            GradientCode.GradientNameOf(value), gradient.Shape, $"{gradient} * {weight.Member}", (gradient, $"{gradient}.mul_({CSharp.Scalar(weight.Member)})"));
    }

    private void Differentiate(TypedLayer layer, Action<GradientCode> rule)
    {
        var inputs = layer.Node.Inputs!.Value;
        var code = new GradientCode(
            pass, layer, values.InputsOf(layer), ForwardWriter.ModuleOf(layer), size, activity.Learns(layer), input => activity.Flows(inputs[input]), (input, gradient) => Give(inputs[input], gradient));
        rule(code);
        values.Take(layer, code);
        backward.Push(() => code.RunBackward([.. layer.Node.Values.Select(GradientOf)]));
    }

    private void Record(TypedLayer layer)
    {
        var inputs = layer.Node.Inputs!.Value;
        var leaves = inputs.Distinct().Where(activity.Flows).ToDictionary(value => value, value => Leaf(values[value], Names.Word(layer.Name)));
        values.Write(layer, [.. inputs.Select(value => leaves.TryGetValue(value, out var leaf) ? leaf : values[value])], isRecorded: true);
        backward.Push(() =>
        {
            var given = layer.Node.Values.Where(value => activity.Flows(value) && GradientOf(value) is not null).Select(value => (Made: values[value], Gradient: GradientOf(value)!)).ToArray();
            if (given.Length == 0)
                return;
            pass.Do($"{Recording}.Backward([{Code.Join(given.Select(pair => pair.Made))}], [{Code.Join(given.Select(pair => pair.Gradient))}])");
            foreach (var leaf in leaves)
                Give(leaf.Key, GradientOf(leaf.Value, leaf.Key));
        });
    }

    private Local Record(TypedLoss loss, IReadOnlyList<Local> predictions, IReadOnlyList<Local> targets, Func<int, bool> isWanted, Action<int, Local> give)
    {
        var name = Names.Stem(loss.Operator);
        var leaves = Enumerable.Range(0, predictions.Count).Where(isWanted).ToDictionary(i => i, i => Leaf(predictions[i], name));
        var made = Local.Own(pass.Name(name), null);
        var (lines, temporaries) = (new List<string>(), new List<string>());
        var call = loss.Loss.Call(new(
            [.. predictions.Select((prediction, i) => leaves.TryGetValue(i, out var leaf) ? leaf.Name : prediction.Name)], [.. targets.Select(target => target.Name)], loss.Signature,
            (wanted, expression, _) => values.Temporary(lines, temporaries, wanted, expression)));
        values.Write([made], [.. lines, $"var {made} = {call};", .. temporaries.Select(local => $"{local}.Dispose();")], [.. leaves.Values, .. predictions, .. targets], name);
        backward.Push(() =>
        {
            pass.Do($"{Recording}.Backward([{made}], [])");
            foreach (var leaf in leaves)
                give(leaf.Key, GradientOf(leaf.Value, loss.Predictions[leaf.Key]));
        });
        return made;
    }

    /// <summary>What autograd is to give the gradient of.</summary>
    private Local Leaf(Local input, string name) => pass.ViewAnew(input, $"{name}Input", input.Shape, $"{Recording}.Leaf({input})");

    private Local GradientOf(Local leaf, string value) => pass.Let(GradientCode.GradientNameOf(value), leaf.Shape, $"{Recording}.GradientOf({leaf})");
}
