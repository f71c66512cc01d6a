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
    private readonly Requirements requirements;

    private ShapeChecker(ModelGraph graph, List<Fault> faults)
    {
        this.graph = graph;
        this.faults = faults;
        var batch = graph.Inputs.FirstOrDefault()?.Type is { Shape.Rank: > 0 } first ? first.Shape[0].SymbolName : null;
        requirements = new(
            graph.Hypers.Any(hyper => hyper.Name == batch) ? null : batch,
            [.. graph.ForwardInputs.SelectMany(input => input.Type?.Shape.Axes ?? []).Select(axis => axis.Size.SymbolName).OfType<string>().Distinct()],
            graph.Hypers);
    }

    /// <summary>The typed model, or null where the model has an error.</summary>
    public static TypedModel? Check(ModelGraph graph, List<Fault> faults)
    {
        var checker = new ShapeChecker(graph, faults);
        foreach (var input in graph.Inputs)
            checker.types[input.Name] = checker.CheckInput(input);
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
        Dim parameterCount = 0;
        try
        {
            parameterCount = layers.Aggregate(parameterCount, (sum, layer) => sum + layer.ParameterCount);
        }
        catch (OverflowException)
        {
            faults.Add(new(Rules.SizeOverflow, FaultLocation.OfClass, $"The parameters of '{graph.Type.Name}' together", "their count"));
            return null;
        }
        if (graph.Optimizer is { } optimizer && parameterCount.Constant == 0)
        {
            faults.Add(new(Rules.NothingToTrain, new(optimizer.Attribute), optimizer.Operator, graph.Type.Name));
            return null;
        }
        return new(
            graph.Type,
            graph.Hypers,
            graph.ForwardInputs.Select(input => Typed(input.Name)).ToEquatableArray(),
            targets.ToEquatableArray(),
            layers.ToEquatableArray(),
            graph.Outputs.Select(output => Typed(output.Value)).ToEquatableArray(),
            losses.ToEquatableArray(),
            graph.Optimizer?.Optimizer,
            requirements.Conditions.ToEquatableArray(),
            parameterCount,
            graph.Hypers.WithDefaults(parameterCount).Constant ?? 0);
    }

    private TypedValue Typed(string name) => new(name, types[name]!);

    /// <summary>The input's type; what its axes divide by, and axes that hyper-parameters alone decide, must be at least 1.</summary>
    private TensorType? CheckInput(GraphInput input)
    {
        foreach (var axis in input.Type?.Shape.Axes ?? [])
        {
            foreach (var size in axis.Size.Divisors.Append(axis.Size).Where(requirements.IsKnownWhenConstructed))
            {
                if (requirements.Require(Condition.Create(size, Relation.AtLeast, 1, $"Input '{input.Name}'")) == Verdict.Holds)
                    continue;
                var why = $"{size} must be at least 1";
                var fault = new Fault(Rules.MalformedShape, new(input.Attribute, "shape"), input.Type!.Shape.ToString(), why);
                faults.Add(requirements.Refutation is { } refutation ? fault.WithCounterexample(refutation) : fault);
                return null;
            }
            requirements.LearnAxis(axis.Size);
        }
        return input.Type;
    }

    private TensorType? CheckLayer(GraphNode node)
    {
        if (node.Layer is not { } layer || node.Inputs.Count == 0 || node.Inputs.Any(name => types[name] is null))
            return null;
        var inputs = node.Inputs.Select(name => types[name]!).ToEquatableArray();
        var check = new LayerCheck(node, inputs, PathTo, requirements, faults);
        try
        {
            if (!node.Bounds.All(check.IsLargeEnough) || layer.Infer(check) is not { } inferred)
                return null;
            var output = inferred with { Shape = new(inferred.Shape.Axes.Select(axis => axis.WithSize(requirements.Simplify(axis.Size)))) };
            // The element count is computed for its overflow: no layer may make a tensor that 64 bits cannot count.
            _ = output.Shape.Elements;
            var types = new LayerTypes(inputs, output);
            var parameters = layer.Parameters(types.Input);
            var count = parameters.Aggregate((Dim)0, (sum, parameter) => sum + parameter.Count);
            layers.Add(new(node, layer, types, parameters, count, layer.MultiplyAccumulates(types)));
            return output;
        }
        catch (OverflowException)
        {
            return check.Fail(Rules.SizeOverflow, null, node.Title, check.Path);
        }
    }

    private void CheckOutput(GraphOutput output)
    {
        if (output.Asserted is { } asserted && types[output.Value] is { } actual)
        {
            Agree(asserted, actual.Shape, $"[Output(\"{output.Value}\")]", new(output.Attribute, "shape"), () => new(
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
            if (graph.ForwardInputs.All(input => input.Name != graphLoss.Target) && targets.All(target => target.Name != graphLoss.Target))
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
        Fault Differ() => new(Rules.WrongTarget, new(loss.Attribute, "Target"), loss.Operator, expected.ToString(), loss.Prediction!, owner, actual.ToString());
        if (expected.DType == actual.DType)
            return Agree(expected.Shape, actual.Shape, loss.Operator, new(loss.Attribute, "Target"), Differ);
        faults.Add(Differ());
        return false;
    }

    /// <summary>Whether two shapes agree, where they can only under a condition, which is recorded; reports it otherwise.</summary>
    private bool Agree(Shape left, Shape right, string reason, FaultLocation location, Func<Fault> otherwise)
    {
        if (left.Rank != right.Rank || !left.HasNamesOf(right))
        {
            faults.Add(otherwise());
            return false;
        }
        for (var axis = 0; axis < left.Rank; axis++)
        {
            var condition = Condition.Create(left[axis], Relation.Equal, right[axis], reason);
            var verdict = requirements.Require(condition);
            if (verdict == Verdict.Holds)
                continue;
            faults.Add(verdict == Verdict.Fails ? otherwise() : new(Rules.PinnedBatch, location, reason, condition.Text, $"{left.ToDisplay()} and {right.ToDisplay()}"));
            return false;
        }
        return true;
    }

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
            var from = node.Inputs.Count > 0 ? node.Inputs[0] : null;
            if (node.IsNamed || at == value || from is null || types[from] is not { } input || type is null || !input.Equals(type))
                steps.Insert(0, $"{(node.IsNamed ? node.Name : node.Operator)} {shape}");
            if (from is null)
                break;
            at = from;
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
