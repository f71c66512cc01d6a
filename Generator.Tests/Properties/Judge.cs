using NeuralDsl.Diagnostics;
using NeuralDsl.Declaration;
using NeuralDsl.Emission;
using NeuralDsl.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>Whether compiler and engine say the same of a model.</summary>
internal static class Judge
{
    public const string AcceptedAndRan = "accepted, ran with the predicted shapes";
    public const string GuardAndEngine = "a guard refuses the sizes, and so does the engine";
    public const string GuardStricter = "a guard refuses the sizes, the engine takes a liberty: ";
    public const string BothRefuse = "refused, and refused by the engine";
    public const string Stricter = "refused on purpose: ";
    public const string NoSizes = "accepted, but no sizes were found that it takes";

    public const string NothingLeft = "accepted, hyper-parameters leave out all that is trained";

    private const int Tries = 16;

    /// <summary>The engine's errors cost milliseconds each, since it records its own stack.</summary>
    private const int Refusals = 3;

    /// <summary>What was found, each as a line of the table.</summary>
    /// <exception cref="DisagreementException">Compiler and engine differ.</exception>
    public static IReadOnlyList<string> Compare(RandomModel model, int seed)
    {
        var compiled = ModelCompiler.Compile(model.Declare(), default);
        var errors = compiled.Faults.Where(fault => fault.IsError).ToArray();
        // A block with an error is judged by itself: the model around it has no error of its own, and cannot run.
        foreach (var (name, block) in model.Blocks)
        {
            if (ModelCompiler.Compile(block.Declare(name), default).Faults.Any(fault => fault.IsError))
                return compiled.Model is null ? Compare(block, seed) : throw new DisagreementException("a model whose block has an error is accepted");
        }
        if (errors.Any(fault => fault.Descriptor == Rules.InternalError))
            throw new DisagreementException($"the compiler failed: {errors[0].Arguments[1]}");
        if (compiled.Model is null != errors.Length > 0)
            throw new DisagreementException("a model is there if and only if there is no error");
        if (compiled.Graph is { Inputs.Count: > 0, Nodes.Count: > 0 })
            CheckEmission(compiled);

        // An optimizer needs gradients, and nothing else here does.
        using var mode = set_grad_enabled(model.Attributes.Any(EngineRun.IsOptimizer));
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        return compiled.Model is { } typed ? CompareAccepted(model, typed, random) : [CompareRefused(model, errors, random)];
    }

    private static void CheckEmission(CompiledModel compiled)
    {
        string text;
        try
        {
            text = ModelEmitter.Emit(compiled)!.Text;
        }
        catch (Exception error)
        {
            throw new DisagreementException($"emission failed: {error.GetType().Name}: {error.Message}");
        }
        if (text.Contains("This declaration has errors;", StringComparison.Ordinal) == compiled.Model is not null)
            throw new DisagreementException("a shell is emitted if and only if there is an error");
    }

    private static List<string> CompareAccepted(RandomModel model, TypedModel typed, Random random)
    {
        var found = new List<string>();
        var (ran, refused) = (0, 0);
        for (var attempt = 0; attempt < Tries && (ran < 2 || refused < 1); attempt++)
        {
            var sizes = Sizes.Sample(model, random, withDefaults: attempt < 2);
            if (!HasElements(model, sizes))
                continue;
            var broken = typed.Conditions.FirstOrDefault(condition => !Holds(condition, sizes));
            if (broken is null ? ran == 2 : refused == 1)
                continue;
            using var run = new EngineRun(model, sizes.Hypers) { Sizes = sizes };
            var error = Try(run, model, sizes, out var outputs);
            if (broken is not null)
            {
                refused++;
                found.Add(error is not null ? GuardAndEngine : run.Liberties.Count > 0 ? GuardStricter + run.Liberties.Values.First()
                    : throw new DisagreementException($"the guard {broken.Text} refuses {sizes}, but the engine runs"));
                continue;
            }
            ran++;
            var difference = error is null ? Difference(typed, run, outputs!, sizes) : $"accepted, but at {sizes} the engine refuses{AtLayer(run, model)}: {FirstLine(error)}";
            found.Add(difference is null ? AcceptedAndRan : run.Absent.Count > 0 && error?.Message == EngineRun.WithoutGradient ? NothingLeft : throw new DisagreementException(difference));
        }
        if (ran == 0)
            found.Add(NoSizes);
        return found;
    }

    /// <summary>The first layer that the engine gives another type than the compiler, or a number of parameters that differs.</summary>
    private static string? Difference(TypedModel typed, EngineRun run, Dictionary<int, Tensor> outputs, Sizes sizes)
    {
        if (typed.ParameterCount.Evaluate(sizes.Find) is var count && count != run.TrainableElements)
            return $"{typed.ParameterCount} = {count} trainable parameters at {sizes}, but the engine has {run.TrainableElements}";
        foreach (var layer in typed.Layers)
        {
            var predicted = layer.Output.Shape.Axes.Select(axis => axis.Size.Evaluate(sizes.Find)).ToArray();
            var actual = outputs[layer.Node.Attribute];
            if (!predicted.SequenceEqual(actual.shape.Select(size => (long?)size)))
                return $"{layer.Node.Operator} makes {layer.Output.Shape.ToDisplay()} = [{string.Join(",", predicted)}] at {sizes}, but the engine [{string.Join(",", actual.shape)}]";
            if (actual.dtype == ScalarType.Float32 ? !layer.Output.IsFloatingPoint : actual.dtype.ToString() != layer.Output.DType.ToString())
                return $"{layer.Node.Operator} makes {layer.Output.DType}, but the engine {actual.dtype}";
        }
        return null;
    }

    private static string CompareRefused(RandomModel model, Fault[] errors, Random random)
    {
        if (errors.FirstOrDefault(fault => fault.Descriptor == Rules.UnusedInput) is not null)
            return Stricter + "an input that nothing takes";
        if (errors.FirstOrDefault(fault => fault.Descriptor == Rules.UnknownSymbol) is not null)
            return Stricter + "a symbol that no input gives";
        if (errors.FirstOrDefault(fault => fault.Descriptor == Rules.NoLayers) is not null)
            return Stricter + "a model without layers";
        if (errors.FirstOrDefault(fault => fault.Descriptor == Rules.PartialPattern) is not null)
            return Stricter + "a pattern that tells repetitions of unknown number apart";
        var places = errors.Select(fault => ("Net", fault.Location.Attribute)).ToHashSet();
        var (refusals, liberty, free) = (0, (string?)null, (Sizes?)null);
        // One set of weights for all sizes, as a model has it.
        using var run = new EngineRun(model, Sizes.Sample(model, random, withDefaults: true).Hypers) { Sizes = null! };
        for (var attempt = 0; attempt < Tries && refusals < Refusals; attempt++)
        {
            // At times far larger, since small sizes are all alike to a large stride.
            var sizes = Sizes.Sample(model, random, withDefaults: true, attempt < Tries - 2 ? 12 : 60);
            if (!HasElements(model, sizes))
                continue;
            run.Sizes = sizes;
            var isRefused = Try(run, model, sizes, out _) is not null;
            liberty = run.Liberties.FirstOrDefault(pair => places.Contains(pair.Key)).Value ?? liberty;
            if (isRefused)
                refusals++;
            else
                free = sizes;
        }
        if (free is null)
            return BothRefuse;
        // A model must run at all sizes: where some need the liberty, the others do not matter.
        if (liberty is not null)
            return Stricter + liberty;
        if (errors.FirstOrDefault(fault => fault.Descriptor == Rules.AmbiguousLosses) is not null)
            return Stricter + "two losses of one value";
        // An axis of 1 is written as 1: a hyper-parameter that is 1 by default may be another number.
        if (errors.FirstOrDefault(fault => fault.Descriptor == Rules.NotOne) is { } fault && fault.Arguments[2] != "1")
            return Stricter + "squeeze of an axis that is not written as 1";
        if (errors.Any(fault => fault.Descriptor == Rules.PinnedBatch) && IsRefusedSomewhere(model, random))
            return Stricter + "only some sizes of the batch would do";
        if (errors.Any(fault => fault.Descriptor == Rules.CannotBeAbsent))
            return Stricter + (IsRefusedSomewhere(model, random) ? "left out for some hyper-parameters, a layer would make another shape" : "a condition of which it is not proven that the layer can be left out");
        if (refusals > 0 && errors.Any(fault => fault.Descriptor == Rules.UnknownFeatures))
            return Stricter + "weights of one size only";
        // Names and kinds of floating point are the language's own: without them it must accept the model, or refuse it for another reason.
        foreach (var (reason, plain) in new[] { ("axes named differently", WithoutNames(model)), ("dtypes declared differently", WithOneFloat(model)) })
        {
            if (plain.Equals(model))
                continue;
            var faults = ModelCompiler.Compile(plain.Declare(), default).Faults.Where(fault => fault.IsError).ToArray();
            return faults.Length == 0 ? Stricter + reason : CompareRefused(plain, faults, random);
        }
        throw new DisagreementException($"refused ({errors[0].Descriptor.Id} {string.Join(" | ", errors[0].Arguments)}), but the engine runs at {free}");
    }

    /// <summary>Whether the engine refuses the model, or takes a liberty, at some sizes.</summary>
    private static bool IsRefusedSomewhere(RandomModel model, Random random)
    {
        for (var attempt = 0; attempt < 4 * Tries; attempt++)
        {
            var sizes = Sizes.Sample(model, random, withDefaults: attempt % 2 == 0);
            if (!HasElements(model, sizes))
                continue;
            using var run = new EngineRun(model, sizes.Hypers) { Sizes = sizes };
            if (Try(run, model, sizes, out _) is not null || run.Liberties.Count > 0)
                return true;
        }
        return false;
    }

    private static Exception? Try(EngineRun run, RandomModel model, Sizes sizes, out Dictionary<int, Tensor>? outputs)
    {
        outputs = null;
        try
        {
            outputs = run.Run(EngineRun.CreateInputs(model, sizes));
            return null;
        }
        catch (Exception error) when (error is not DisagreementException)
        {
            return error;
        }
    }

    public static bool HasElements(RandomModel model, Sizes sizes)
    {
        try
        {
            return model.Inputs.All(input => SizeText.EvaluateShape(Sizes.ShapeOf(input), name => sizes[name]).All(size => size > 0));
        }
        catch (EngineException)
        {
            // No shape at all: that is for the compiler to refuse, and running fails too.
            return true;
        }
    }

    public static bool Holds(Condition condition, Sizes sizes)
    {
        if ((condition.Left.Evaluate(sizes.Find), condition.Right.Evaluate(sizes.Find)) is not ({ } left, { } right))
        {
            // A division by 0, which a condition before this one has ruled out.
            return condition.Left.Divisors.Concat(condition.Right.Divisors).Any(divisor => divisor.Evaluate(sizes.Find) is null or <= 0)
                ? false
                : throw new DisagreementException($"the condition {condition.Text} has no value at {sizes}");
        }
        return condition.Relation switch { Relation.Equal => left == right, Relation.AtLeast => left >= right, _ => right != 0 && left % right == 0 };
    }

    private static RandomModel WithoutNames(RandomModel model) => model.Rewrite(attribute =>
        attribute.Text("shape") is { } shape ? attribute.Set("shape", string.Join(" ", SizeText.AxesOf(shape))) : attribute);

    private static RandomModel WithOneFloat(RandomModel model) => model.Rewrite(attribute =>
        attribute.Get("dtype") is EnumMember { Name: "Float64" } ? attribute.Set("dtype", new EnumMember("Float32")) : attribute);

    private static string AtLayer(EngineRun run, RandomModel model) => run.Index < model.Attributes.Count ? $" {model.Attributes[run.Index].Name}" : "";

    private static string FirstLine(Exception error) => error.Message.Split('\n')[0];
}
