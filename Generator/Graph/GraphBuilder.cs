using System.Globalization;
using NeuralDsl.Collections;
using NeuralDsl.Declaration;
using NeuralDsl.Diagnostics;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Shapes;

namespace NeuralDsl.Graph;

/// <summary>Second stage: resolves names, and puts inputs, layers, outputs, losses and optimizer in their places.</summary>
internal sealed class GraphBuilder
{
    private readonly ModelDeclaration declaration;
    private readonly List<Fault> faults;
    private readonly List<Hyper> hypers = [];
    private readonly List<GraphInput> inputs = [];
    private readonly List<GraphParameter> parameters = [];
    private readonly List<GraphNode> nodes = [];
    private readonly List<(AttributeDeclaration Attribute, int Index)> outputs = [];
    private readonly Dictionary<string, string> owners = [];
    private readonly List<PhaseBuilder> phases = [new("", 1, FaultLocation.Class)];
    private readonly List<GraphFreeze> freezes = [];
    private readonly List<GraphInitialization> initializations = [];
    private readonly SettingsReader settings;
    private Budget? budget;
    private readonly List<NumberCondition> conditions = [];

    private string gradients = TypedModel.Automatic;

    /// <summary>The last number of each stem of automatic names; those before it are taken.</summary>
    private readonly Dictionary<string, int> lastNumbers = [];

    private GraphBuilder(ModelDeclaration declaration, List<Fault> faults)
    {
        this.declaration = declaration;
        this.faults = faults;
        settings = new(ClassName, hypers, faults);
    }

    private string ClassName => declaration.Type.Name;

    /// <summary>The phase that what follows belongs to.</summary>
    private PhaseBuilder Phase => phases[phases.Count - 1];

    /// <summary>The graph; faults are added where the declaration does not make one, and what they touch is left out or null.</summary>
    public static ModelGraph Build(ModelDeclaration declaration, List<Fault> faults)
    {
        var builder = new GraphBuilder(declaration, faults);
        builder.CollectNames();
        for (var i = 0; i < declaration.Attributes.Count; i++)
            builder.Place(declaration.Attributes[i], i);
        return builder.Finish();
    }

    /// <summary>Given names first, so that an automatic name never takes one that stands further down, and a size knows every hyper-parameter.</summary>
    private void CollectNames()
    {
        for (var i = 0; i < declaration.Attributes.Count; i++)
        {
            var attribute = declaration.Attributes[i];
            var isInput = attribute.Name == "Input";
            var isHyper = attribute.Name == "Hyper";
            var isParameter = attribute.Name == "Parameter";
            if (!isInput && !isHyper && !isParameter && !Catalogue.Layers.ContainsKey(attribute.Name))
                continue;
            if (NameArgument(attribute) is not { Value: string name } argument)
                continue;
            var why = isInput ? Names.WhyNotField(name) : Names.WhyNotLayer(name, ClassName, declaration.MemberNames);
            if (isHyper)
                PlaceHyper(attribute, i, name);
            if (why is not null)
                faults.Add(new(Rules.InvalidName, new(i, argument.Name), name, why));
            else if (owners.TryGetValue(name, out var owner))
                faults.Add(new(Rules.DuplicateName, new(i, argument.Name), name, owner));
            else
                owners.Add(name, isInput ? "an input" : isHyper ? "a hyper-parameter" : isParameter ? "a parameter" : $"a {attribute.Name} layer");
        }
    }

    private void Place(AttributeDeclaration attribute, int index)
    {
        var arguments = new ArgumentReader(attribute, index, hypers, faults);
        if (IsOfPhase(attribute.Name))
            Phase.First ??= index;
        switch (attribute.Name)
        {
            case "Model":
                gradients = arguments.Member("Gradients", gradients);
                break;
            case "Hyper":
                break;
            case "Phase":
                PlacePhase(arguments, index);
                break;
            case "Input":
                PlaceInput(arguments, index);
                break;
            case "Parameter":
                parameters.Add(new(
                    arguments.Text("name") ?? "",
                    arguments.Shape("shape") is { } shape ? new(DType.Float32, shape) : null,
                    Read(read => Initialization.Read(read, "Init"), arguments),
                    index));
                break;
            case "Initialize":
                initializations.Add(new(arguments.Text("patterns") ?? "", arguments.Text("Except"), Read(read => Initialization.Read(read, "init"), arguments), index));
                break;
            case "Freeze":
                freezes.Add(new(arguments.Text("patterns") ?? "", index));
                break;
            case "Data":
                faults.Add(new(Rules.UnfitDataClass, new(index), ClassName, "it is a model, whose own data stand among its attributes"));
                break;
            case var name when SettingsReader.Reads(name):
                settings.Read(attribute, index, arguments);
                break;
            case "Budget":
                budget = ReadBudget(arguments, index);
                break;
            case "Output":
                outputs.Add((attribute, index));
                break;
            case var name when Catalogue.Layers.TryGetValue(name, out var readLayer):
                PlaceLayer(attribute, index, Read(readLayer, arguments), arguments);
                break;
            case var name when Catalogue.Losses.ContainsKey(name):
                Phase.Losses.Add((attribute, index));
                break;
            case var name when Catalogue.Optimizers.TryGetValue(name, out var readOptimizer):
                var group = new ParameterGroup(name, Read(readOptimizer, arguments), arguments.Text("Only"), arguments.Text("Except"), index);
                var groups = Phase.Groups;
                // Several are groups of one optimizer: of one kind, and each with patterns.
                if (groups.Count > 0 && (name != groups[0].Operator || groups.Append(group).Any(other => other.Only is null && other.Except is null)))
                    faults.Add(new(Rules.SeveralOptimizers, new(index), name, ClassName, groups[0].Operator));
                else
                    groups.Add(group);
                if (groups[0].Optimizer is { } first && group.Optimizer is { } optimizer && first.Maximizes != optimizer.Maximizes)
                    arguments.Refuse("Maximize", "the same in all groups of the optimizer", CSharp.Flag(optimizer.Maximizes));
                break;
            case var name when Catalogue.Schedules.TryGetValue(name, out var readSchedule):
                Phase.Schedules.Add(new(name, Read(readSchedule, arguments), index));
                break;
            case "Warmup":
                Phase.Warmup = new(arguments.Integer("length", 1, minimum: 1), arguments.Member("unit", "Step"), index);
                break;
            case "ClipGradNorm":
                Phase.Clips.Add(new("ClipGradNorm", "clip_grad_norm_", [arguments.Number("maxNorm", 1, NumberRange.Positive), arguments.Number("NormType", 2, NumberRange.Positive)], index));
                break;
            case "ClipGradValue":
                Phase.Clips.Add(new("ClipGradValue", "clip_grad_value_", [arguments.Number("value", 1, NumberRange.Positive)], index));
                break;
            default:
                throw new InvalidOperationException($"The attribute {attribute.Name} has no operator.");
        }
        var reason = NameArgument(attribute)?.Value is string given ? $"{TitleOf(attribute)} '{given}'" : TitleOf(attribute);
        conditions.AddRange(arguments.Conditions.Select(condition => condition with { Reason = reason }));
    }

    private static Budget? ReadBudget(ArgumentReader arguments, int index)
    {
        long? Limit(string name) => arguments.Has(name) ? arguments.Integer(name, 0, minimum: 1) : null;
        var (parameters, macs, memory) = (Limit("Parameters"), Limit("Macs"), arguments.Text("Memory"));
        var amount = memory is null ? null : MemoryUnit.Parse(memory);
        if (memory is not null && amount is null)
            arguments.Refuse("Memory", "an amount such as \"512 MB\" or \"8 GiB\"", $"\"{memory}\"");
        var sizes = arguments.Has("Sizes") ? arguments.Shape("Sizes", separator: ',') : null;
        if (sizes?.Axes.FirstOrDefault(axis => axis.Name is null || axis.Size.Constant is null) is { } axis)
            arguments.Refuse("Sizes", "sizes such as \"N=32, T=128\"", $"\"{axis}\"");
        return arguments.HasFaults ? null : new(
            parameters, macs, amount?.Bytes, amount?.Unit ?? MemoryUnit.Megabyte,
            sizes?.Axes.Select(axis => (axis.Name!, axis.Size.Constant!.Value)).ToEquatableArray() ?? [], index);
    }

    private void PlaceHyper(AttributeDeclaration attribute, int index, string name)
    {
        var value = attribute.Arguments.FirstOrDefault(argument => argument.Name == "value")?.Value;
        if (value is long and < 0)
            faults.Add(new(Rules.InvalidArgument, new(index, "value"), "value", "Hyper", "at least 0", $"{value}"));
        else if (value is double number && !NumberRange.Any.Contains(number))
            faults.Add(new(Rules.InvalidArgument, new(index, "value"), "value", "Hyper", NumberRange.Any.ToString(), number.ToString(CultureInfo.InvariantCulture)));
        else
            hypers.Add(new(name, value as long?, value as double?, index));
    }

    private void PlaceInput(ArgumentReader arguments, int index)
    {
        var name = arguments.Text("name") ?? "";
        if (nodes.Count > 0)
            faults.Add(new(Rules.MisplacedInput, new(index), name, nodes[nodes.Count - 1].Title));
        var dtype = (DType)Enum.Parse(typeof(DType), arguments.Member("dtype", nameof(DType.Float32)));
        var isOptional = arguments.Flag("Optional", false);
        if (isOptional && inputs.Count == 0)
            arguments.Refuse("Optional", "false of the first input, where the line of layers starts,", "true");
        inputs.Add(new(name, arguments.Shape("shape", name) is { } shape ? new(dtype, shape) { IsOptional = isOptional && inputs.Count > 0 } : null, index));
    }

    private void PlaceLayer(AttributeDeclaration attribute, int index, Layer? layer, ArgumentReader arguments)
    {
        var given = NameArgument(attribute)?.Value as string;
        var isNamed = given is not null && nodes.All(node => node.Name != given) && Names.WhyNotLayer(given, ClassName, declaration.MemberNames) is null;
        var wires = layer is null ? null : Wire(arguments, index, layer);
        var node = new GraphNode(isNamed ? given! : AutomaticName(attribute.Name), isNamed, TitleOf(attribute), layer, wires, null, null, arguments.Sizes, arguments.Condition("If"), ReadKey(arguments), index);
        if (layer is not null && node.If is not null && !layer.IsCalled)
            arguments.Refuse("If", "on a layer of one input that is there as a whole", attribute.Name);
        foreach (var value in node.Values.Skip(1).Where(value => owners.ContainsKey(Names.Word(value))))
            faults.Add(new(Rules.DuplicateName, new(index), Names.Word(value), $"{owners[Names.Word(value)]}, and in code stands for '{value}'"));
        nodes.Add(node with { Share = ResolveShare(arguments, node), Tie = ResolveTie(arguments, node) });
    }

    /// <summary>A prefix in the state dict, which no other layer or parameter has.</summary>
    private string? ReadKey(ArgumentReader arguments)
    {
        if (arguments.Text("Key") is not { } key)
            return null;
        if (key.Length == 0 || !key.All(c => char.IsLetterOrDigit(c) || c == '_'))
            faults.Add(new(Rules.InvalidName, arguments.At("Key"), key, "it is no word of letters, digits and underscores"));
        else if (nodes.Any(node => node.StateKey == key))
            faults.Add(new(Rules.DuplicateName, arguments.At("Key"), key, owners.TryGetValue(key, out var earlier) ? earlier : "the key of another layer"));
        else if (owners.TryGetValue(key, out var owner) && owner is not ("an input" or "a hyper-parameter"))
            faults.Add(new(Rules.DuplicateName, arguments.At("Key"), key, owner));
        else
            return key;
        return null;
    }

    /// <summary>The values that a layer takes: the one before it or those that From names, then those that its own arguments name.</summary>
    private EquatableArray<string>? Wire(ArgumentReader arguments, int index, Layer layer)
    {
        var from = arguments.Text("From") is { } text ? ValueNames.Parse("From", text) : ValueNames.None;
        var wires = new List<string?>();
        void Add(ValueNames values)
        {
            foreach (var value in values.Names)
                wires.Add(ResolveValue(value, new(index, values.Argument), takesOptional: layer.TakesOptional(wires.Count)));
        }
        if (from.Names.Count > 0)
            Add(from);
        else if (layer.TakesCurrent && (nodes.LastOrDefault()?.Name ?? inputs.FirstOrDefault()?.Name) is { } current)
            wires.Add(current);
        foreach (var values in layer.ValuesByArgument)
            Add(values);

        var named = layer.ValuesByArgument.Sum(values => values.Names.Count);
        var expected = (layer.TakesCurrent ? 1 : 0) + named;
        if (from.Names.Count > 0 && wires.Count != expected && !layer.TakesAnyNumber)
            faults.Add(new(Rules.WrongInputCount, new(index, "From"), arguments.Operator, $"{expected - named}", $"{from.Names.Count}"));
        else if ((wires.Count == expected || layer.TakesAnyNumber) && wires.All(wire => wire is not null))
            return wires.Select(wire => wire!).ToEquatableArray();
        return null;
    }

    /// <summary>The earlier layer whose weights a layer uses; a name that is no such layer is a fault.</summary>
    private string? ResolveShare(ArgumentReader arguments, GraphNode node)
    {
        if (arguments.Text("Share") is not { } share)
            return null;
        var location = new FaultLocation(node.Attribute, "Share");
        if (Resolve(share, "layer", location, nodes.Select(other => other.Name)) is null)
            return null;
        var owner = nodes.First(other => other.Name == share);
        if (node.Layer is not null && owner.Layer is not null && (node.Layer is not ModuleLayer || node.Operator != owner.Operator))
        {
            faults.Add(new(
                Rules.CannotShare, location, node.Title, share, node.Layer is ModuleLayer ? $"that one is a {owner.Operator}" : $"a {node.Operator} has none"));
            return null;
        }
        if (owner.If is not null)
        {
            faults.Add(new(Rules.CannotShare, location, node.Title, share, "that one is there for some hyper-parameters only"));
            return null;
        }
        // Whose weights the other one uses in its turn is the one that has them.
        return owner.Share ?? share;
    }

    /// <summary>The earlier layer, of the model or inside a block, whose weight a layer uses; a name that is no such layer is a fault at its characters.</summary>
    private TiedWeight? ResolveTie(ArgumentReader arguments, GraphNode node)
    {
        if (node.Layer is null || arguments.Text("Tie") is not { } path)
            return null;
        var names = path.Split('.');
        var at = new FaultLocation(node.Attribute, "Tie", 0, names[0].Length);
        if (Resolve(names[0], "layer", at, nodes.Select(other => other.Name)) is null)
            return null;
        // Of a layer that shares its weights, the weight to tie is the other one's.
        var first = nodes.First(other => other.Name == names[0]);
        var resolved = new List<string> { first.Share ?? first.Name };
        var layer = first.Layer;
        for (var i = 1; i < names.Length; i++)
        {
            // What is wrong with a block's own model is shown there.
            if (layer is null)
                return null;
            if (layer is not Block { Repeat: null } block)
            {
                var why = layer is Block ? "is repeated, each time with weights of its own" : "is no block";
                faults.Add(new(Rules.CannotShare, at, node.Title, path, $"'{names[i - 1]}' {why}"));
                return null;
            }
            at = at with { Start = at.Start + at.Length + 1, Length = names[i].Length };
            var inside = block.Inner.Layers;
            if (inside.FirstOrDefault(candidate => candidate.Name == names[i])?.Node is not { } found)
            {
                var nearest = Spelling.Nearest(names[i], inside.Select(candidate => candidate.Name));
                var known = inside.Where(candidate => candidate.Node.IsNamed).Select(candidate => $"'{candidate.Name}'").ToArray();
                var hint = nearest is not null ? $"; did you mean '{nearest}'?" : known.Length > 0 ? $"; named are {string.Join(", ", known)}" : "";
                faults.Add(new Fault(Rules.UnknownName, at, $"layer of '{names[i - 1]}'", names[i], hint).WithNearest(nearest));
                return null;
            }
            resolved.Add(found.Share ?? found.Name);
            layer = found.Layer;
        }
        return new(resolved.ToEquatableArray());
    }

    /// <summary>A value that is made before this place; one that is made later or never is a fault at the very name.</summary>
    private string? ResolveValue((string Name, int Start) value, FaultLocation location, bool takesOptional)
    {
        var at = location with { Start = value.Start, Length = value.Name.Length };
        if (!takesOptional && inputs.Any(input => input.Name == value.Name && input.IsOptional))
        {
            faults.Add(new(Rules.MayBeAbsent, at, TitleOf(declaration.Attributes[location.Attribute]), value.Name));
            return null;
        }
        if (nodes.Any(node => node.Values.Contains(value.Name)) || inputs.Any(input => input.Name == value.Name)
            || parameters.Any(parameter => parameter.Name == value.Name))
        {
            return value.Name;
        }
        if (!owners.TryGetValue(OwnerOf(value.Name), out var owner) || nodes.Any(node => node.Name == OwnerOf(value.Name)))
        {
            var candidates = inputs.Select(input => input.Name).Concat(parameters.Select(parameter => parameter.Name)).Concat(LayerValues);
            return Resolve(value.Name, "value", at, candidates);
        }
        faults.Add(new(Rules.UsedBeforeMade, at, value.Name, owner));
        return null;
    }

    private ModelGraph Finish()
    {
        if (inputs.Count == 0)
            faults.Add(new(Rules.NoInput, FaultLocation.OfClass, ClassName));
        else if (nodes.Count == 0)
            faults.Add(new(Rules.NoLayers, FaultLocation.OfClass, ClassName));

        GraphPhase[] graphPhases = [.. phases.Select(phase => phase.Finish(PlaceLosses(phase).ToEquatableArray()))];
        var graphLosses = graphPhases.SelectMany(phase => phase.Losses).ToList();
        var graphOutputs = PlaceOutputs();
        FindUnused(graphOutputs, graphLosses);
        if (inputs.Count(IsTaken) > ModelGraph.MostInputs)
            faults.Add(new(Rules.TooManyInputs, FaultLocation.OfClass, ClassName, $"{inputs.Count(IsTaken)}"));
        CheckPhases();
        return new(
            declaration.Type,
            hypers.ToEquatableArray(),
            inputs.ToEquatableArray(),
            parameters.ToEquatableArray(),
            nodes.ToEquatableArray(),
            graphOutputs.ToEquatableArray(),
            graphPhases.Where(phase => phases.Count == 1 || phase.IsDeclared).ToEquatableArray(),
            freezes.ToEquatableArray(),
            initializations.ToEquatableArray(),
            budget,
            settings.Finish(conditions),
            conditions.Distinct().ToEquatableArray(),
            gradients);
    }

    /// <summary>Whether an attribute belongs to a phase of the training step, and not to the model.</summary>
    private static bool IsOfPhase(string name) => Catalogue.Losses.ContainsKey(name) || Catalogue.Optimizers.ContainsKey(name) || IsOfPlan(name);

    /// <summary>Whether an attribute is about gradients or the learning rate.</summary>
    private static bool IsOfPlan(string name) => Catalogue.Schedules.ContainsKey(name) || name is "Warmup" or "ClipGradNorm" or "ClipGradValue";

    private void PlacePhase(ArgumentReader arguments, int index)
    {
        var name = arguments.Text("name") ?? "";
        var fault = Names.WhyNotField(name) is { } why ? new Fault(Rules.InvalidName, new(index, "name"), name, why)
            : phases.Any(phase => Names.Property(phase.Name) == Names.Property(name)) ? new(Rules.DuplicateName, new(index, "name"), name, "another phase")
            : null;
        if (fault is not null)
            faults.Add(fault);
        // Members are named after it, also those of the shell of a model with an error.
        phases.Add(new(fault is null ? name : $"phase{index}", arguments.Integer("Every", 1, minimum: 1), index));
    }

    /// <summary>Where phases are declared, every loss and optimizer is in one, and each has both; without, what is about training needs both.</summary>
    private void CheckPhases()
    {
        if (phases.Count > 1 && phases[0].First is { } early)
            faults.Add(new(Rules.OutsideOfPhases, new(early), declaration.Attributes[early].Name, phases[1].Name));
        foreach (var phase in phases.Skip(1))
        {
            if (phase.Losses.Count == 0 || phase.Groups.Count == 0)
                faults.Add(new(Rules.IncompletePhase, new(phase.Attribute), phase.Name, phase.Losses.Count > 0 ? "optimizer" : phase.Groups.Count > 0 ? "loss" : "loss and no optimizer"));
        }
        if (phases is [{ Groups: [var first, ..], Losses.Count: 0 }])
            faults.Add(new(Rules.OptimizerWithoutLoss, new(first.Attribute), first.Operator, ClassName));
        if (phases.Count == 1)
            CheckTrainable();
        foreach (var phase in phases)
            CheckPlan(phase);
    }

    /// <summary>What is about training stands on a model that has a loss and an optimizer.</summary>
    private void CheckTrainable()
    {
        if (phases[0].Groups.Count > 0)
            return;
        for (var i = 0; i < declaration.Attributes.Count; i++)
        {
            var name = declaration.Attributes[i].Name;
            if (!IsOfPlan(name) && !SettingsReader.Reads(name))
                continue;
            faults.Add(new(Rules.NoOptimizer, new(i), name, ClassName, phases[0].Losses.Count == 0 ? "loss and no optimizer" : "optimizer"));
            break;
        }
    }

    /// <summary>A phase has one schedule at most, which fits its optimizer.</summary>
    private void CheckPlan(PhaseBuilder phase)
    {
        foreach (var schedule in phase.Schedules.Skip(1))
            faults.Add(new(Rules.SeveralSchedules, new(schedule.Attribute), schedule.Operator, phase.Schedules[0].Operator, ClassName));
        if (phase.Schedules.FirstOrDefault() is { Schedule.CyclesMomentum: true } cycle && phase.Groups.FirstOrDefault() is { Optimizer: { HasMomentum: false } } group)
            faults.Add(new(Rules.InvalidArgument, new(cycle.Attribute, "CycleMomentum"), "CycleMomentum", cycle.Operator, $"false: {group.Operator} has no momentum", "true"));
    }

    private IEnumerable<string> LayerValues => nodes.SelectMany(node => node.Values);

    /// <summary>The layer that makes a value such as <c>lstm.hidden</c>; any other name is its own.</summary>
    private static string OwnerOf(string value) => value.Split('.')[0];

    private bool IsTaken(GraphInput input) => nodes.Any(node => node.Inputs?.Contains(input.Name) == true);

    private void FindUnused(List<GraphOutput> outputs, List<GraphLoss> losses)
    {
        // A layer whose inputs are unknown may take anything.
        if (nodes.Count == 0 || nodes.Any(node => node.Inputs is null))
            return;
        foreach (var input in inputs.Where(input => !IsTaken(input) && losses.All(loss => !loss.Targets.Contains(input.Name)) && owners.ContainsKey(input.Name)))
            faults.Add(new(Rules.UnusedInput, new(input.Attribute, "name"), input.Name, inputs[0].Name));
        // A loss whose predictions are unknown may take anything too.
        if (losses.Any(loss => loss.Predictions is null))
            return;
        var taken = new HashSet<string>([.. nodes.SelectMany(node => node.Inputs!.Value), .. outputs.Select(output => output.Value), .. losses.SelectMany(loss => loss.Predictions!.Value), .. losses.SelectMany(loss => loss.Targets)]);
        foreach (var node in nodes.Where(node => !node.Values.Any(taken.Contains)))
        {
            faults.Add(new(Rules.UnusedLayer, new(node.Attribute), node.Title, string.Join(", ", outputs.Select(output => $"'{output.Value}'"))));
        }
    }

    private List<GraphOutput> PlaceOutputs()
    {
        var placed = new List<GraphOutput>();
        foreach (var (attribute, index) in outputs)
        {
            var arguments = new ArgumentReader(attribute, index, hypers, faults);
            var name = arguments.Text("name") ?? "";
            if (Resolve(name, "layer", new(index, "name"), LayerValues) is not { } value)
                continue;
            if (placed.Any(output => output.Value == value))
            {
                faults.Add(new(Rules.DuplicateName, new(index, "name"), value, "another output"));
                continue;
            }
            placed.Add(new(value, arguments.Has("shape") ? arguments.Shape("shape", name) : null, index));
        }
        if (placed.Count == 0 && nodes.Count > 0)
            placed.Add(new(nodes[nodes.Count - 1].Name, null, FaultLocation.Class));
        return placed;
    }

    private List<GraphLoss> PlaceLosses(PhaseBuilder phase)
    {
        var placed = new List<GraphLoss>();
        var unnamed = (GraphLoss?)null;
        foreach (var (attribute, index) in phase.Losses)
        {
            var arguments = new ArgumentReader(attribute, index, hypers, faults);
            var loss = Read(Catalogue.Losses[attribute.Name], arguments);
            conditions.AddRange(arguments.Conditions);
            var placedLoss = new GraphLoss(attribute.Name, loss, loss is null ? null : Predictions(loss, arguments), loss is null ? [arguments.Text("Target") ?? "target"] : Targets(loss, arguments), index);
            var isUnnamed = loss is null or { TakesCurrent: true } && !arguments.Has("From");
            if (isUnnamed && unnamed is not null)
            {
                faults.Add(new(Rules.AmbiguousLosses, new(index), unnamed.Operator, attribute.Name, placedLoss.Prediction ?? ""));
                // Which value was meant is not known, so nothing more is said of it.
                placedLoss = placedLoss with { Predictions = null };
            }
            else if (inputs.FirstOrDefault(input => input.IsOptional && placedLoss.Targets.Contains(input.Name)) is { } optional)
            {
                faults.Add(new(Rules.InvalidArgument, new(optional.Attribute, "Optional"), "Optional", "Input", $"false of '{optional.Name}', a target of {attribute.Name},", "true"));
            }
            else if (placedLoss.Targets.FirstOrDefault(name => WhyNotTarget(name, arguments.Has("Target")) is not null) is { } target)
            {
                faults.Add(new(Rules.InvalidName, arguments.At("Target"), target, WhyNotTarget(target, arguments.Has("Target"))!));
            }
            if (isUnnamed)
                unnamed ??= placedLoss;
            placed.Add(placedLoss);
        }
        return placed;
    }

    /// <summary>The values that a loss judges: the last layer's or the one that From names, then those that its own arguments name.</summary>
    private EquatableArray<string>? Predictions(Loss loss, ArgumentReader arguments)
    {
        var predictions = new List<string?>();
        if (loss.TakesCurrent)
        {
            predictions.Add(arguments.Text("From") is { } from
                ? Resolve(from, "layer", arguments.At("From"), LayerValues)
                : nodes.LastOrDefault()?.Name);
        }
        else if (arguments.Has("From"))
        {
            arguments.Refuse("From", "left out: the loss names its predictions itself", $"\"{arguments.Text("From")}\"");
        }
        predictions.AddRange(loss.Values.Names.Select(value =>
            Resolve(value.Name, "layer", arguments.At(loss.Values.Argument) with { Start = value.Start, Length = value.Name.Length }, LayerValues)));
        return predictions.All(prediction => prediction is not null) ? predictions.Select(prediction => prediction!).ToEquatableArray() : null;
    }

    private EquatableArray<string> Targets(Loss loss, ArgumentReader arguments)
    {
        if (arguments.Text("Target") is not { } text)
            return loss.TargetNames;
        var names = ValueNames.Parse("Target", text).Names.Select(target => target.Name).ToEquatableArray();
        if (names.Count == loss.TargetNames.Count)
            return names;
        var expected = loss.TargetNames.Count == 0 ? "left out: the loss takes none" : $"{loss.TargetNames.Count} names: {string.Join(", ", loss.TargetNames)}";
        arguments.Refuse("Target", expected, $"\"{text}\"");
        return [];
    }

    /// <summary>Why a name cannot be a target's, or null: an input's and a layer's value can be one where the loss says so.</summary>
    private string? WhyNotTarget(string name, bool isSaid) => inputs.Any(input => input.Name == name) ? null
        : LayerValues.Contains(name) ? isSaid ? null : "a layer has that name, and a target is data unless the loss says Target = \"…\""
        : Names.WhyNotField(name);

    private string? Resolve(string name, string kind, FaultLocation location, IEnumerable<string> candidates)
    {
        var known = candidates.ToArray();
        if (known.Contains(name))
            return name;
        // What a layer makes that could not be read is not known.
        if (nodes.Any(node => node.Layer is null && node.Name == OwnerOf(name)))
            return null;
        // A name that was itself refused is one fault, not two.
        if (faults.Any(fault => (fault.Descriptor == Rules.InvalidName || fault.Descriptor == Rules.DuplicateName) && fault.Arguments[0] == name))
            return null;
        if (owners.TryGetValue(name, out var owner) && owner.EndsWith(" layer", StringComparison.Ordinal))
        {
            faults.Add(new(Rules.UsedBeforeMade, location, name, owner));
            return null;
        }
        var named = nodes.Where(node => node.IsNamed).Select(node => node.Name).ToArray();
        var nearest = Spelling.Nearest(name, known);
        var hint = nearest is not null ? $"; did you mean '{nearest}'?"
            : named.Length > 0 ? $"; named are {string.Join(", ", named.Select(other => $"'{other}'"))}"
            : "; give a layer a name with Name = \"…\"";
        faults.Add(new Fault(Rules.UnknownName, location, kind, name, hint).WithNearest(nearest));
        return null;
    }

    /// <summary>The operator as messages call it: <c>Linear</c>, <c>Block&lt;Encoder&gt;</c>.</summary>
    private static string TitleOf(AttributeDeclaration attribute) =>
        attribute.TypeArgument is { } type ? $"{attribute.Name}<{type.Name}>" : attribute.Name;

    private string AutomaticName(string operatorName)
    {
        var stem = Names.Stem(operatorName);
        for (var number = lastNumbers.TryGetValue(stem, out var last) ? last + 1 : 1; ; number++)
        {
            var name = $"{stem}{number}";
            if (owners.ContainsKey(name) || nodes.Any(node => node.Name == name || node.StateKey == name) || Names.WhyNotLayer(name, ClassName, declaration.MemberNames) is not null)
                continue;
            lastNumbers[stem] = number;
            return name;
        }
    }

    private static T? Read<T>(Func<ArgumentReader, T?> read, ArgumentReader arguments) where T : class
    {
        var value = read(arguments);
        return arguments.HasFaults ? null : value;
    }

    /// <summary>The argument that gives the attribute's own name: of inputs, parameters and hyper-parameters the first, of layers a property.</summary>
    private static ArgumentDeclaration? NameArgument(AttributeDeclaration attribute) =>
        attribute.Arguments.FirstOrDefault(argument => argument.Name == (attribute.Name is "Input" or "Hyper" or "Parameter" ? "name" : "Name"));
}
