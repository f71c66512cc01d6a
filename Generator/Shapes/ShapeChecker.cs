using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Passes;

namespace NeuralDsl.Shapes;

/// <summary>Third stage: gives every value a type. A layer that cannot take its input is one fault; what follows from it is silent.</summary>
internal sealed class ShapeChecker
{
    private readonly ModelGraph graph;
    private readonly List<Fault> faults;

    /// <summary>The type of each value; null where a fault keeps it from being known.</summary>
    private readonly Dictionary<string, TensorType?> types = [];

    private readonly List<TypedLayer> layers = [];
    private readonly List<TypedPhase> phases = [];
    private readonly List<TypedValue> targets = [];
    private readonly Requirements requirements;

    private ShapeChecker(ModelGraph graph, List<Fault> faults)
    {
        this.graph = graph;
        this.faults = faults;
        var batch = graph.Inputs.FirstOrDefault()?.Type is { Shape.Rank: > 0 } first ? first.Shape[0].SymbolName : null;
        requirements = new(
            graph.Hypers.Any(hyper => hyper.Name == batch) ? null : batch,
            new(graph.ForwardInputs.Where(input => input.Type is not null).Select(input => (input.Name, input.Type!)), graph.Hypers),
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
        {
            var made = checker.CheckLayer(node);
            foreach (var (value, i) in node.Values.Select((value, i) => (value, i)))
                checker.types[value] = i == 0 ? made?.Output : made?.More[i - 1];
        }
        foreach (var output in graph.Outputs)
            checker.CheckOutput(output);
        foreach (var phase in graph.Phases)
            checker.phases.Add(new(phase, phase.Losses.Select(checker.CheckLoss).OfType<TypedLoss>().ToEquatableArray()));
        // A layer may be unknown without a fault here: a block whose own class has one.
        return faults.Any(fault => fault.IsError) || checker.types.Values.Any(type => type is null) ? null : checker.Finish();
    }

    private TypedModel? Finish()
    {
        ParameterCount[] parameters;
        ModelCosts costs;
        var defaultCount = 0L;
        try
        {
            parameters = CountParameters();
            costs = Add(parameters);
            defaultCount = graph.Hypers.WithDefaults(costs.Trainable).Constant ?? 0;
        }
        catch (OverflowException)
        {
            faults.Add(new(Rules.SizeOverflow, FaultLocation.OfClass, $"The parameters of '{graph.Type.Name}' together", "their count"));
            return null;
        }
        var idle = phases.Where(phase => phase.Groups.Count > 0 && !TakePartInLoss(phase, parameters)).ToArray();
        foreach (var phase in idle)
            faults.Add(new(Rules.NothingToTrain, new(phase.Groups[0].Attribute), phase.Groups[0].Operator, phase.Graph.Title(graph.Type.Name), Remaining(phase)));
        if (idle.Length == 0)
            new ParameterGroupChecker(graph, parameters, faults).Check();
        if (faults.Any(fault => fault.IsError))
            return null;
        var model = new TypedModel(
            graph.Type,
            graph.Hypers,
            graph.ForwardInputs.Select(input => Typed(input.Name)).ToEquatableArray(),
            targets.ToEquatableArray(),
            graph.Parameters,
            layers.ToEquatableArray(),
            graph.Outputs.Select(output => Typed(output.Value)).ToEquatableArray(),
            phases.ToEquatableArray(),
            graph.Freezes.Select(freeze => freeze.Patterns).ToEquatableArray(),
            graph.Initializations,
            parameters.ToEquatableArray(),
            requirements.Conditions.ToEquatableArray(),
            graph.NumberConditions,
            costs,
            defaultCount,
            graph.Gradients);
        new BudgetChecker(graph, model, faults).Check();
        new MetricsChecker(graph, model, faults).Check();
        if (model.Gradients == TypedModel.Generated)
            faults.AddRange(GradientCoverage.Faults(graph, model));
        return faults.Any(fault => fault.IsError) ? null : model;
    }

    /// <exception cref="OverflowException">A count is beyond 64 bits.</exception>
    private ModelCosts Add(IReadOnlyList<ParameterCount> parameters)
    {
        static Dim Sum(IEnumerable<Dim> sizes) => sizes.Aggregate((Dim)0, (sum, size) => sum + size);
        // A parameter in no group or in several is reported elsewhere.
        Dim State(ParameterCount parameter) => parameter.Elements
            * graph.Phases.Sum(phase => phase.Groups.FirstOrDefault(group => group.Contains(parameter) == true)?.Optimizer?.State ?? 0);
        var trainable = parameters.Where(parameter => parameter.IsTrainable).ToArray();
        var fields = graph.ForwardInputs.Select(input => types[input.Name]!).Concat(targets.Select(target => target.Type));
        return new(
            Sum(parameters.Select(parameter => parameter.Elements)),
            Sum(trainable.Select(parameter => parameter.Elements)),
            Sum(layers.Select(layer => layer.Buffers)),
            Sum(layers.Select(layer => layer.MultiplyAccumulates)),
            Sum(layers.Select(layer => layer.Activations)),
            Sum(trainable.Select(State)),
            Sum(fields.Select(ModelCosts.BytesOf)));
    }

    /// <summary>Whether a loss of a phase depends on a parameter that the phase trains, with the defaults: backward fails where none does.</summary>
    private bool TakePartInLoss(TypedPhase phase, IReadOnlyList<ParameterCount> parameters) => Dependence.IsOnParameters(
        layers, new(phase.Losses.SelectMany(loss => loss.Predictions)),
        [.. parameters.Where(parameter => parameter.IsTrainable && graph.Hypers.WithDefaults(parameter.Elements).Constant != 0
            && (!phase.Graph.IsDeclared || phase.Groups.Any(group => group.Contains(parameter) != false))).Select(parameter => parameter.Name)]);

    /// <summary>What is left to train, where not everything is.</summary>
    private string Remaining(TypedPhase phase) =>
        (phase.Graph.IsDeclared ? $" that the phase's {(phase.Groups.Count > 1 ? "groups have" : "optimizer has")}" : "") + (graph.Freezes.Count > 0 ? " that [Freeze] leaves" : "");

    /// <summary>Every parameter by its state-dict name, with what freezes it.</summary>
    private ParameterCount[] CountParameters() => [.. graph.Parameters
        .Select(parameter => new ParameterCount(parameter.Name, types[parameter.Name]!.Shape.Axes.Select(axis => axis.Size).ToEquatableArray(), 1, true))
        .Concat(layers.Where(layer => layer.Node.Share is null).SelectMany(layer => layer.Layer.CountParameters(layer.Types)
            .Select(parameter => parameter with { Name = $"{layer.Node.StateKey}.{parameter.Name}", Times = parameter.Times * (layer.Node.If?.Indicator ?? 1) })))
        .Select(parameter => parameter with { IsTrainable = parameter.IsTrainable && graph.Freezes.All(freeze => parameter.Matches(freeze.Patterns) == false) })];

    private TypedValue Typed(string name) => new(name, types[name]!);

    /// <summary>The input's type; what its axes divide by, and axes that hyper-parameters alone decide, must be at least 1.</summary>
    private TensorType? CheckInput(GraphInput input)
    {
        foreach (var axis in input.Type?.Shape.Axes ?? [])
        {
            if (!HasElements(axis.Size, input.Type!.Shape, $"Input '{input.Name}'", input.Attribute))
                return null;
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
            return parameter.Initialization?.Fits(parameter.Name, type.Shape.Rank, type.Shape.ToDisplay(), new(parameter.Attribute, "Init"), faults) == true
                && type.Shape.Axes.All(axis => HasElements(axis.Size, type.Shape, $"Parameter '{parameter.Name}'", parameter.Attribute)) ? type : null;
        faults.Add(new(Rules.UnknownName, new(parameter.Attribute, "shape"), "hyper-parameter", unknown, "; a parameter's sizes are numbers and hyper-parameters"));
        return null;
    }

    /// <summary>Whether an axis, and what it divides by, can be at least 1 where hyper-parameters alone decide; reports it otherwise.</summary>
    private bool HasElements(Dim axis, Shape shape, string reason, int attribute)
    {
        foreach (var size in axis.Divisors.Append(axis).Where(requirements.IsKnownWhenConstructed))
        {
            if (requirements.Require(Condition.Create(size, Relation.AtLeast, 1, reason)) == Verdict.Holds)
                continue;
            var fault = new Fault(Rules.MalformedShape, new(attribute, "shape"), "shape", shape.ToString(), $"{size} must be at least 1");
            faults.Add(requirements.Refutation is { } refutation ? fault.WithCounterexample(refutation) : fault);
            return false;
        }
        return true;
    }

    private LayerTypes? CheckLayer(GraphNode node)
    {
        if (node is not { Layer: { } layer, Inputs: { } names } || names.Any(name => types[name] is null))
            return null;
        var inputs = names.Select(name => types[name]!).ToEquatableArray();
        var check = new LayerCheck(node, inputs, PathTo, layers, requirements, faults);
        try
        {
            if (!node.Sizes.All(check.IsLargeEnough) || layer.Infer(check) is not { } inferred)
                return null;
            var output = Simplify(inferred);
            if (node.If is { } presence && !CanBeAbsent(check, presence, output))
                return null;
            // The element count is computed for its overflow: no layer may make a tensor that 64 bits cannot count.
            _ = output.Shape.Elements;
            // What other layers require may have made a size of the input a number.
            var types = new LayerTypes(inputs.Select(Simplify).ToEquatableArray(), output);
            types = types with { More = layer.InferMore(types).Select(Simplify).ToEquatableArray() };
            types = types with
            {
                Output = Encode(node, types, types.Output, 0),
                More = types.More.Select((more, i) => Encode(node, types, more, i + 1)).ToEquatableArray(),
            };
            var parameters = node.Share is null ? layer.Parameters(types) : [];
            if (node.Share is { } share && layers.FirstOrDefault(other => other.Name == share) is { } owner && !CanShare(check, (ModuleLayer)layer, types, owner))
                return null;
            var isThere = node.If?.Indicator ?? 1;
            var count = node.Share is null ? layer.CountParameters(types).Aggregate((Dim)0, (sum, parameter) => sum + parameter.Elements) * isThere : 0;
            var buffers = node.Share is null ? layer.CountBuffers(types) * isThere : 0;
            layers.Add(new(node, layer, types, parameters, count, buffers, layer.MultiplyAccumulates(types) * isThere, layer.Activations(types) * isThere));
            return types;
        }
        catch (OverflowException)
        {
            check.Fail(Rules.SizeOverflow, null, node.Title, check.Path);
            return null;
        }
    }

    private TensorType Simplify(TensorType type) => type with { Shape = new(type.Shape.Axes.Select(axis => axis.WithSize(requirements.Simplify(axis.Size)))) };

    /// <summary>
    /// The type of what a layer makes with what is known of its numbers. Of a layer that may be absent, that is what holds without it too. Only
    /// inputs may be absent themselves.
    /// </summary>
    private static TensorType Encode(GraphNode node, LayerTypes types, TensorType type, int output)
    {
        var encoding = node.If is null ? node.Layer!.Encode(types, output)?.MadeBy(node.Name, node.Title) : null;
        return type with { Encoding = encoding, IsOptional = false };
    }

    /// <summary>Whether a layer makes what it takes wherever its condition leaves it out; reports it otherwise.</summary>
    private bool CanBeAbsent(LayerCheck check, Presence presence, TensorType output)
    {
        var input = check.Input;
        var fits = input.DType == output.DType && input.Shape.Rank == output.Shape.Rank && Enumerable.Range(0, input.Shape.Rank).All(axis =>
            presence.WhereAbsent(output.Shape[axis] - input.Shape[axis]) is { } difference && requirements.Simplify(difference).Constant == 0);
        if (!fits)
            check.Fail(Rules.CannotBeAbsent, "If", check.Title, output.ToString(), input.ToString(), check.Path);
        return fits;
    }

    /// <summary>Whether a layer is constructed as another one, whose module it uses; sizes may agree under a condition. Reports it otherwise.</summary>
    private static bool CanShare(LayerCheck check, ModuleLayer layer, LayerTypes types, TypedLayer owner)
    {
        Fault Differs()
        {
            string Describe(IEnumerable<ParameterSpec> parameters) => string.Join(", ", parameters.Select(parameter => $"{parameter.Name} {parameter.ShapeText}"));
            var (needed, there) = (Describe(layer.Parameters(types)), Describe(owner.Parameters));
            return check.At(Rules.CannotShare, "Share", check.Title, owner.Name, needed == there ? "its arguments are not that one's" : $"it needs {needed}, and that one has {there}");
        }
        if (layer is Block block ? owner.Layer is not Block other || block.TypeName != other.TypeName || !block.Arguments.Equals(other.Arguments) || !Equals(block.Repeat, other.Repeat)
            : !Equals(check.Tie, owner.Node.Tie) || !Constructed(layer, types).Text.SequenceEqual(Constructed((ModuleLayer)owner.Layer, owner.Types).Text))
        {
            check.Fail(Differs());
            return false;
        }
        return layer is Block || Constructed(layer, types).Sizes.Zip(Constructed((ModuleLayer)owner.Layer, owner.Types).Sizes, (own, others) => check.Require(own, Relation.Equal, others, Differs)).All(agrees => agrees);
    }

    /// <summary>The arguments with which a layer is constructed, the sizes in them apart.</summary>
    private static (IReadOnlyList<string> Text, IReadOnlyList<Dim> Sizes) Constructed(ModuleLayer layer, LayerTypes types)
    {
        var sizes = new List<Dim>();
        string[] text = [.. layer.Construct("", types, size =>
        {
            sizes.Add(size);
            return "size";
        })];
        return (text, sizes);
    }

    private void CheckOutput(GraphOutput output)
    {
        if (output.Asserted is { } asserted && types[output.Value] is { } actual)
        {
            // A new name stands for any size; one that inputs have, but that follows from no axis of them, would say what nothing can check.
            var unknown = asserted.Axes.Select(axis => requirements.FindUnknown(axis.Size)).FirstOrDefault(symbol =>
                symbol is not null && graph.Inputs.Any(input => input.Type?.Shape.Axes.Any(axis => axis.Size.Symbols.Contains(symbol)) == true));
            if (unknown is not null)
            {
                faults.Add(new(Rules.UnknownSymbol, new(output.Attribute, "shape"), unknown, $"[Output(\"{output.Value}\")]"));
                return;
            }
            Agree(asserted, actual.Shape, $"[Output(\"{output.Value}\")]", new(output.Attribute, "shape"), () => new Fault(
                Rules.DeclaredOutput, new(output.Attribute, "shape"), output.Value, asserted.ToDisplay(), actual.Shape.ToDisplay(), PathTo(output.Value)).With("Actual", actual.Shape.ToString()));
        }
    }

    private TypedLoss? CheckLoss(GraphLoss graphLoss)
    {
        if (graphLoss is not { Loss: { } loss, Predictions: { } predictions } || predictions.Any(prediction => types[prediction] is null))
            return null;
        bool AgreeHere(Shape left, Shape right, FaultLocation location, Func<Fault> otherwise) => Agree(left, right, graphLoss.Operator, location, otherwise);
        if (loss.Infer(new(graphLoss, [.. predictions.Select(prediction => types[prediction]!)], PathTo, AgreeHere, faults)) is not { } signature)
            return null;
        var expected = signature.Targets.Select((target, i) => target with { Encoding = loss.EncodeTarget(signature, i) });
        var taken = graphLoss.Targets.Zip(expected, (name, target) => TakeTarget(graphLoss, name, target)).ToArray();
        // As many as the loss takes, but where the declaration's own names were refused.
        return taken.Length == signature.Targets.Count && taken.All(target => target is not null)
            ? new(graphLoss.Operator, loss, predictions, graphLoss.Targets, signature with { Targets = taken.Select(target => target!).ToEquatableArray() })
            : null;
    }

    /// <summary>The type of a target, which may have been declared before; null where that does not fit.</summary>
    private TensorType? TakeTarget(GraphLoss loss, string name, TensorType expected)
    {
        if (types.TryGetValue(name, out var declared))
        {
            // The target is an input or what a layer makes, which must be what the loss takes.
            if (declared is null || !Fits(loss, expected, declared, $"{(graph.IsLayerValue(name) ? "value" : "input")} '{name}'"))
                return null;
            if (graph.IsLayerValue(name))
                return declared;
            declared = Encode(declared, expected);
            types[name] = declared;
            if (graph.ForwardInputs.All(input => input.Name != name) && targets.All(target => target.Name != name))
                targets.Add(new(name, declared));
            return declared;
        }
        var earlier = targets.FindIndex(target => target.Name == name);
        if (earlier >= 0)
        {
            if (!Fits(loss, expected, targets[earlier].Type, $"'{name}' of an earlier loss"))
                return null;
            targets[earlier] = targets[earlier] with { Type = Encode(targets[earlier].Type, expected) };
            return targets[earlier].Type;
        }
        targets.Add(new(name, expected));
        return expected;
    }

    /// <summary>A target with what a further loss says of its numbers; what the first one says stands.</summary>
    private static TensorType Encode(TensorType target, TensorType expected) => target with { Encoding = target.Encoding ?? expected.Encoding };

    private bool Fits(GraphLoss loss, TensorType expected, TensorType actual, string owner)
    {
        Fault Differ() => new(Rules.WrongTarget, new(loss.Attribute, "Target"), loss.Operator, expected.ToString(), loss.Prediction!, owner, actual.ToString(), PathTo(loss.Prediction!));
        if (expected.DType == actual.DType)
            return Agree(expected.Shape, actual.Shape, loss.Operator, new(loss.Attribute, "Target"), () => Differ().With("Shape", expected.Shape.ToString()));
        faults.Add(Differ().With("DType", expected.DType.ToString()).With("TargetShape", expected.Shape.ToString()));
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
            var node = graph.Nodes.FirstOrDefault(candidate => candidate.Values.Contains(at));
            var shape = types.TryGetValue(at, out var type) && type is not null ? type.Shape.ToDisplay() : "?";
            if (node is null)
            {
                steps.Insert(0, $"{at} {shape}");
                break;
            }
            // An unnamed layer that changes nothing, such as an activation, is no step worth reading.
            var from = node.Inputs is { Count: > 0 } names ? names[0] : null;
            if (node.IsNamed || from is null || types[from] is not { } input || type is null || input.DType != type.DType || !input.Shape.Equals(type.Shape))
                steps.Insert(0, $"{(node.IsNamed || at != node.Name ? at : node.Operator)} {shape}");
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
