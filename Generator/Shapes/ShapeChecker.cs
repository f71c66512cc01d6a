using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;

namespace NeuralDsl.Shapes;

/// <summary>Third stage: gives every value a type. A layer that cannot take its input is one fault; what follows from it is silent.</summary>
internal sealed class ShapeChecker
{
    private readonly ModelGraph graph;
    private readonly List<Fault> faults;

    /// <summary>The type of each value; null where a fault keeps it from being known.</summary>
    private readonly Dictionary<string, TensorType?> types = [];

    private readonly List<TypedLayer> layers = [];
    private readonly List<TypedLoss> losses = [];
    private readonly List<TypedValue> targets = [];

    private ShapeChecker(ModelGraph graph, List<Fault> faults)
    {
        this.graph = graph;
        this.faults = faults;
    }

    /// <summary>The typed model, or null where the model has an error.</summary>
    public static TypedModel? Check(ModelGraph graph, List<Fault> faults)
    {
        var checker = new ShapeChecker(graph, faults);
        foreach (var input in graph.Inputs)
            checker.types[input.Name] = input.Type;
        foreach (var node in graph.Nodes)
            checker.types[node.Name] = checker.CheckLayer(node);
        foreach (var output in graph.Outputs)
            checker.CheckOutput(output);
        foreach (var loss in graph.Losses)
            checker.CheckLoss(loss);
        return faults.Any(fault => fault.IsError) ? null : checker.Finish();
    }

    private TypedModel? Finish()
    {
        var parameterCount = 0L;
        try
        {
            parameterCount = layers.Aggregate(0L, (sum, layer) => checked(sum + layer.ParameterCount));
        }
        catch (OverflowException)
        {
            faults.Add(new(Rules.SizeOverflow, FaultLocation.OfClass, $"The parameters of '{graph.Type.Name}' together", "their count"));
            return null;
        }
        if (graph.Optimizer is { } optimizer && parameterCount == 0)
        {
            faults.Add(new(Rules.NothingToTrain, new(optimizer.Attribute), optimizer.Operator, graph.Type.Name));
            return null;
        }
        return new(
            graph.Type,
            [Typed(graph.Inputs[0].Name)],
            targets.ToEquatableArray(),
            layers.ToEquatableArray(),
            graph.Outputs.Select(output => Typed(output.Value)).ToEquatableArray(),
            losses.ToEquatableArray(),
            graph.Optimizer?.Optimizer,
            parameterCount);
    }

    private TypedValue Typed(string name) => new(name, types[name]!);

    private TensorType? CheckLayer(GraphNode node)
    {
        if (node.Layer is not { } layer || !types.TryGetValue(node.Input, out var known) || known is not { } input)
            return null;
        var check = new LayerCheck(node, input, PathTo(node.Input), faults);
        try
        {
            if (layer.Infer(check) is not { } output)
                return null;
            // The element count is computed for its overflow: no layer may make a tensor that 64 bits cannot count.
            _ = output.Shape.Elements;
            var parameters = layer.Parameters(input);
            var count = parameters.Aggregate(0L, (sum, parameter) => checked(sum + parameter.Count));
            layers.Add(new(node, layer, input, output, parameters, count, layer.MultiplyAccumulates(input, output)));
            return output;
        }
        catch (OverflowException)
        {
            return check.Fail(Rules.SizeOverflow, null, node.Title, check.Path);
        }
    }

    private void CheckOutput(GraphOutput output)
    {
        if (output.Asserted is { } asserted && types[output.Value] is { } actual && !Agree(asserted, actual.Shape))
        {
            faults.Add(new(
                Rules.DeclaredOutput, new(output.Attribute, "shape"), output.Value, asserted.ToDisplay(), actual.Shape.ToDisplay(), PathTo(output.Value)));
        }
    }

    private void CheckLoss(GraphLoss graphLoss)
    {
        if (graphLoss is not { Loss: { } loss, Prediction: { } prediction } || types[prediction] is not { } type)
            return;
        if (loss.Infer(new(graphLoss, type, PathTo(prediction), faults)) is not { } signature)
            return;
        if (types.TryGetValue(graphLoss.Target, out var declared))
        {
            // The target is an input, whose own declaration must be what the loss takes.
            if (declared is null || !Fits(graphLoss, signature.Target, declared, $"input '{graphLoss.Target}'"))
                return;
            signature = signature with { Target = declared };
            if (graphLoss.Target != graph.Inputs[0].Name && targets.All(target => target.Name != graphLoss.Target))
                targets.Add(new(graphLoss.Target, declared));
        }
        else if (targets.FirstOrDefault(target => target.Name == graphLoss.Target) is { } earlier)
        {
            if (!Fits(graphLoss, signature.Target, earlier.Type, $"'{graphLoss.Target}' of an earlier loss"))
                return;
        }
        else
        {
            targets.Add(new(graphLoss.Target, signature.Target));
        }
        losses.Add(new(graphLoss.Operator, loss, prediction, graphLoss.Target, signature));
    }

    private bool Fits(GraphLoss loss, TensorType expected, TensorType actual, string owner)
    {
        if (expected.DType == actual.DType && Agree(expected.Shape, actual.Shape))
            return true;
        faults.Add(new(Rules.WrongTarget, new(loss.Attribute, "Target"), loss.Operator, expected.ToString(), loss.Prediction!, owner, actual.ToString()));
        return false;
    }

    /// <summary>Same sizes, and no two names that differ: swapping two axes of equal size is an error too.</summary>
    private static bool Agree(Shape left, Shape right) => left.HasSizesOf(right)
        && left.Axes.Zip(right.Axes, (a, b) => a.Name is null || b.Name is null || a.Name == b.Name).All(agrees => agrees);

    /// <summary>The way from the model's input to a value: each step's layer and shape, the middle left out where it is long.</summary>
    private string PathTo(string value)
    {
        const int Start = 2;
        const int End = 5;
        var steps = new List<string>();
        for (var at = value; ;)
        {
            var node = graph.Nodes.FirstOrDefault(candidate => candidate.Name == at);
            var shape = types.TryGetValue(at, out var type) && type is not null ? type.Shape.ToDisplay() : "?";
            if (node is null)
            {
                steps.Insert(0, $"{at} {shape}");
                break;
            }
            // An unnamed layer that changes nothing, such as an activation, is no step worth reading.
            if (node.IsNamed || at == value || types[node.Input] is not { } input || type is null || !input.Equals(type))
                steps.Insert(0, $"{(node.IsNamed ? node.Name : node.Operator)} {shape}");
            at = node.Input;
        }
        if (steps.Count > Start + End + 1)
        {
            var left = steps.Count - Start - End;
            steps.RemoveRange(Start, left);
            steps.Insert(Start, $"… {left} more …");
        }
        return string.Join(" → ", steps);
    }
}
