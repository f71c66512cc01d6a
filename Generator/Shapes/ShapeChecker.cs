using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Operators.Layers;

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
        string[] Symbols(bool areOptional) => [.. graph.ForwardInputs.Where(input => input.IsOptional == areOptional)
            .SelectMany(input => input.Type?.Shape.Axes ?? []).Select(axis => axis.Size.Line?.Symbol).OfType<string>().Distinct()];
        var known = Symbols(areOptional: false);
        requirements = new(
            graph.Hypers.Any(hyper => hyper.Name == batch) ? null : batch,
            known,
            [.. Symbols(areOptional: true).Except(known).Except(graph.Hypers.Select(hyper => hyper.Name))],
            graph.Hypers);
    }

    /// <summary>The typed model, or null where the model has an error.</summary>
    public static TypedModel? Check(ModelGraph graph, List<Fault> faults)
    {
        var checker = new ShapeChecker(graph, faults);
        foreach (var input in graph.Inputs)
            checker.types[input.Name] = checker.CheckInput(input);
        foreach (var parameter in graph.Parameters)
            checker.types[parameter.Name] = checker.CheckParameter(parameter);
        foreach (var node in graph.Nodes)
            checker.types[node.Name] = checker.CheckLayer(node);
        foreach (var output in graph.Outputs)
            checker.CheckOutput(output);
        foreach (var loss in graph.Losses)
            checker.CheckLoss(loss);
        // A layer may be unknown without a fault here: a block whose own class has one.
        return faults.Any(fault => fault.IsError) || checker.types.Values.Any(type => type is null) ? null : checker.Finish();
    }

    private TypedModel? Finish()
    {
        ParameterCount[] parameters;
        Dim parameterCount = 0;
        var defaultCount = 0L;
        try
        {
            parameters = CountParameters();
            parameterCount = parameters.Where(parameter => parameter.IsTrainable).Aggregate(parameterCount, (sum, parameter) => sum + parameter.Elements);
            defaultCount = graph.Hypers.WithDefaults(parameterCount).Constant ?? 0;
        }
        catch (OverflowException)
        {
            faults.Add(new(Rules.SizeOverflow, FaultLocation.OfClass, $"The parameters of '{graph.Type.Name}' together", "their count"));
            return null;
        }
        if (graph.Groups.Count > 0 && !TakePartInLoss(parameters))
            faults.Add(new(Rules.NothingToTrain, new(graph.Groups[0].Attribute), graph.Groups[0].Operator, graph.Type.Name));
        else
            new ParameterGroupChecker(graph, parameters, faults).Check();
        if (faults.Any(fault => fault.IsError))
            return null;
        return new(
            graph.Type,
            graph.Hypers,
            graph.ForwardInputs.Select(input => Typed(input.Name)).ToEquatableArray(),
            targets.ToEquatableArray(),
            graph.Parameters,
            layers.ToEquatableArray(),
            graph.Outputs.Select(output => Typed(output.Value)).ToEquatableArray(),
            losses.ToEquatableArray(),
            graph.Groups,
            graph.Freezes.Select(freeze => freeze.Patterns).ToEquatableArray(),
            parameters.ToEquatableArray(),
            requirements.Conditions.ToEquatableArray(),
            graph.NumberConditions,
            parameterCount,
            defaultCount);
    }

    /// <summary>Whether a loss depends on a parameter that is trained: backward fails where none does, whatever other parameters there are.</summary>
    private bool TakePartInLoss(IReadOnlyList<ParameterCount> parameters)
    {
        var trainable = parameters.Where(parameter => parameter.IsTrainable && parameter.Elements.Constant != 0).Select(parameter => parameter.Name).ToArray();
        var needed = new HashSet<string>(losses.Select(loss => loss.Prediction));
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            var layer = layers[i];
            if (!needed.Contains(layer.Name))
                continue;
            var owner = (layer.Layer as TiedLinear)?.Owner ?? layer.Node.Share ?? layer.Name;
            if (trainable.Any(name => name.StartsWith($"{owner}.", StringComparison.Ordinal)))
                return true;
            needed.UnionWith(layer.Node.Inputs ?? []);
        }
        return trainable.Any(needed.Contains);
    }

    /// <summary>Every parameter by its state-dict name, with what freezes it.</summary>
    private ParameterCount[] CountParameters() => [.. graph.Parameters
        .Select(parameter => new ParameterCount(parameter.Name, types[parameter.Name]!.Shape.Elements, true))
        .Concat(layers.Where(layer => layer.Node.Share is null).SelectMany(layer => layer.Layer.CountParameters(layer.Types)
            .Select(parameter => parameter with { Name = $"{layer.Name}.{parameter.Name}", Elements = parameter.Elements * (layer.Node.If?.Indicator ?? 1) })))
        .Select(parameter => parameter with { IsTrainable = parameter.IsTrainable && graph.Freezes.All(freeze => parameter.Matches(freeze.Patterns) == false) })];

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
            if (!input.IsOptional)
                requirements.LearnAxis(axis.Size);
        }
        return input.Type;
    }

    private TensorType? CheckParameter(GraphParameter parameter)
    {
        if (parameter.Type is not { } type)
            return null;
        var unknown = type.Shape.Axes.SelectMany(axis => axis.Size.Symbols).FirstOrDefault(symbol => !graph.Hypers.AreAllOf(Dim.Symbol(symbol)));
        if (unknown is null)
            return type;
        faults.Add(new(Rules.UnknownName, new(parameter.Attribute, "shape"), "hyper-parameter", unknown, "; a parameter's sizes are numbers and hyper-parameters"));
        return null;
    }

    private TensorType? CheckLayer(GraphNode node)
    {
        if (node is not { Layer: { } layer, Inputs: { } names } || names.Any(name => types[name] is null))
            return null;
        var inputs = names.Select(name => types[name]!).ToEquatableArray();
        var check = new LayerCheck(node, inputs, PathTo, layers, requirements, faults);
        try
        {
            if (!node.Sizes.All(check.IsLargeEnough) || layer.Infer(check) is not { } inferred)
                return null;
            var output = inferred with { Shape = new(inferred.Shape.Axes.Select(axis => axis.WithSize(requirements.Simplify(axis.Size)))) };
            if (node.If is { } presence && !CanBeAbsent(check, presence, output))
                return null;
            // The element count is computed for its overflow: no layer may make a tensor that 64 bits cannot count.
            _ = output.Shape.Elements;
            var types = new LayerTypes(inputs, output);
            var parameters = node.Share is null ? layer.Parameters(types.Input) : [];
            if (node.Share is { } share && layers.FirstOrDefault(other => other.Name == share) is { } owner && !CanShare(layer, types, owner))
            {
                return check.Fail(
                    Rules.CannotShare, "Share", node.Title, share,
                    $"it needs {string.Join(", ", layer.Parameters(types.Input).Select(parameter => $"{parameter.Name} {parameter.ShapeText}"))}, and that one has {string.Join(", ", owner.Parameters.Select(parameter => $"{parameter.Name} {parameter.ShapeText}"))}");
            }
            var isThere = node.If?.Indicator ?? 1;
            var count = node.Share is null ? layer.CountParameters(types).Aggregate((Dim)0, (sum, parameter) => sum + parameter.Elements) * isThere : 0;
            layers.Add(new(node, layer, types, parameters, count, layer.MultiplyAccumulates(types) * isThere));
            return output;
        }
        catch (OverflowException)
        {
            return check.Fail(Rules.SizeOverflow, null, node.Title, check.Path);
        }
    }

    /// <summary>Whether a layer makes what it takes wherever its condition leaves it out; reports it otherwise.</summary>
    private bool CanBeAbsent(LayerCheck check, Presence presence, TensorType output)
    {
        var input = check.Input;
        var fits = input.DType == output.DType && input.Shape.Rank == output.Shape.Rank && Enumerable.Range(0, input.Shape.Rank).All(axis =>
            requirements.Simplify(presence.WhereAbsent(output.Shape[axis]) - presence.WhereAbsent(input.Shape[axis])).Constant == 0);
        if (!fits)
            check.Fail(Rules.CannotBeAbsent, "If", check.Title, output.ToString(), input.ToString(), check.Path);
        return fits;
    }

    /// <summary>Whether one layer's weights are what another needs: of the same shapes, or of blocks with the same values.</summary>
    private static bool CanShare(Layer layer, LayerTypes types, TypedLayer owner) => layer is Block block
        ? owner.Layer is Block other && block.TypeName == other.TypeName && block.Arguments.Equals(other.Arguments) && Equals(block.Repeat, other.Repeat)
        : layer.Parameters(types.Input).Equals(owner.Parameters);

    private void CheckOutput(GraphOutput output)
    {
        if (output.Asserted is { } asserted && types[output.Value] is { } actual)
        {
            Agree(asserted, actual.Shape, $"[Output(\"{output.Value}\")]", new(output.Attribute, "shape"), () => new Fault(
                Rules.DeclaredOutput, new(output.Attribute, "shape"), output.Value, asserted.ToDisplay(), actual.Shape.ToDisplay(), PathTo(output.Value)).With("Actual", actual.Shape.ToString()));
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
            return Agree(expected.Shape, actual.Shape, loss.Operator, new(loss.Attribute, "Target"), () => Differ().With("Shape", expected.Shape.ToString()));
        faults.Add(Differ().With("DType", expected.DType.ToString()));
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
            var from = node.Inputs is { Count: > 0 } names ? names[0] : null;
            if (node.IsNamed || from is null || types[from] is not { } input || type is null || !input.Equals(type))
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
