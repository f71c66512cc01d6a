using Microsoft.CodeAnalysis;
using NeuralDsl.Declaration;
using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Generator.Tests.Properties.Growing;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Shapes;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>
/// Random models written as C#, read back, generated, compiled without a warning, and run with the weights of the layer-by-layer run:
/// both must give the same numbers, and a guard must refuse what a condition rules out, in its own words.
/// </summary>
[Collection(AloneCollection.Name)] // Passes that are compared draw the same numbers from the engine.
public partial class EmittedModelTests(ITestOutputHelper output)
{
    /// <summary>How many; NEURALDSL_EMITTED_MODELS asks for more.</summary>
    private static readonly int Models = int.TryParse(Environment.GetEnvironmentVariable("NEURALDSL_EMITTED_MODELS"), out var models) ? models : 200;

    private const int ModelsPerAssembly = 100;

    /// <summary>Seeds apart from those of the other test.</summary>
    private const int FirstSeed = 1_000_000;

    private const int Tries = 24;

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    [Fact]
    public void Generated_code_computes_what_the_layers_say()
    {
        for (var first = FirstSeed; first < FirstSeed + Models; first += ModelsPerAssembly)
        {
            var models = Enumerable.Range(first, ModelsPerAssembly)
                .SelectMany(seed => CreateBoth(seed).Select((model, i) => (Name: $"M{seed}_{i}", Seed: seed, Model: model))).ToArray();
            var blocks = models.SelectMany(model => model.Model.Blocks).DistinctBy(block => block.Name);
            var source = string.Join("\n", blocks.Concat(models.Select(model => (model.Name, model.Model))).Select(pair => pair.Model.WriteClass(pair.Name)));
            CheckReading(models.ToDictionary(model => model.Name, model => model.Model), source);
            var compiled = CompiledSource.Load("global using NeuralDsl;", source);
            foreach (var (name, seed, model) in models)
            {
                try
                {
                    Run(compiled, name, model, new Random(seed));
                }
                catch (DisagreementException error)
                {
                    Assert.Fail($"seed {seed}: {error.Message}\n{model.ToCSharp()}");
                }
            }
        }
        foreach (var (line, count) in counts)
            output.WriteLine($"{count,8:N0}  {line}");
    }

    /// <summary>A model, and at times one that is refused, whose shell must compile too.</summary>
    private static List<RandomModel> CreateBoth(int seed)
    {
        var refused = new List<RandomModel>();
        var model = ModelGrower.Create(new Random(seed), refused.Add);
        return [model, .. refused.Take(seed % 4 == 0 ? 1 : 0)];
    }

    /// <summary>What Roslyn reads of the C# is the declaration that it was written from.</summary>
    private static void CheckReading(Dictionary<string, RandomModel> models, string source)
    {
        var compilation = ModelCompilation.Create("global using NeuralDsl;", source);
        foreach (var (name, model) in models)
        {
            var read = ModelReader.Read(compilation.GetTypeByMetadataName(name)!, compilation, default)!;
            Assert.Equal(model.Declare(name).Type, read.Type);
            Assert.Equal(model.ToCSharp(), new RandomModel(read.Attributes).ToCSharp());
        }
    }

    private void Run(CompiledSource compiled, string name, RandomModel model, Random random)
    {
        var type = compiled.Type(name);
        if (ModelCompiler.Compile(model.Declare(), default).Model is not { } typed)
        {
            Count("a shell, which compiles");
            return;
        }
        var (ran, refused) = (0, 0);
        for (var attempt = 0; attempt < Tries && (ran < 2 || refused < 2); attempt++)
        {
            var sizes = Sizes.Sample(model, random, withDefaults: attempt == 0);
            if (!Judge.HasElements(model, sizes))
                continue;
            var broken = typed.Conditions.Where(condition => !Judge.Holds(condition, sizes)).Select(condition => condition.Text).ToArray();
            if (broken.Length > 0 ? ++refused > 2 : ++ran > 2)
                continue;
            using var scope = NewDisposeScope();
            var inputs = EngineRun.CreateInputs(model, sizes);
            if (broken.Length > 0)
                CheckGuard(type, model, typed, sizes, inputs, broken);
            else
                CheckNumbers(type, model, typed, sizes, inputs);
        }
    }

    private void CheckGuard(Type type, RandomModel model, TypedModel typed, Sizes sizes, Dictionary<string, Tensor> inputs, string[] broken)
    {
        try
        {
            using var instance = Create(type, model, sizes);
            Forward(instance, typed, inputs);
        }
        catch (ArgumentException error) when (broken.Any(text => error.Message.Contains($" needs {text}, but ", StringComparison.Ordinal)))
        {
            Count("sizes that a guard refused");
            return;
        }
        catch (Exception error)
        {
            throw new DisagreementException($"at {sizes} the guard {broken[0]} should refuse, but there was {error.GetType().Name}: {error.Message}");
        }
        throw new DisagreementException($"at {sizes} the guard {broken[0]} should refuse, but the model runs");
    }

    private void CheckNumbers(Type type, RandomModel model, TypedModel typed, Sizes sizes, Dictionary<string, Tensor> inputs)
    {
        using var run = new EngineRun(model, sizes.Hypers) { Sizes = sizes };
        try
        {
            var values = run.Run(inputs);
            using var instance = Create(type, model, sizes);
            using var noGrad = no_grad();
            var own = instance.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
            foreach (var (name, value) in Weights(typed, run, ""))
                own[name].copy_(value);
            instance.eval();
            foreach (var (output, actual) in typed.Outputs.Zip(Forward(instance, typed, inputs)))
            {
                var expected = values[typed.Layers.First(layer => layer.Name == output.Name).Node.Attribute];
                if (!actual.shape.SequenceEqual(expected.shape) || !actual.to(ScalarType.Float32).allclose(expected.to(ScalarType.Float32), rtol: 1e-4, atol: 1e-5, equal_nan: true))
                    throw new DisagreementException($"at {sizes} the generated code gives other numbers");
            }
            if (own.Values.Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel()) != run.TrainableElements)
                throw new DisagreementException($"at {sizes} the generated code has another number of trainable parameters");
            Count("runs with the same numbers");
            CheckPrediction(instance, typed, inputs);
            if (typed.HasPasses)
                CheckPasses(instance, typed, inputs);
        }
        catch (Exception error) when (error.Message.Contains("index out of range in self", StringComparison.Ordinal))
        {
            // Sums of indices may be no rows of a table; the layer-by-layer run takes their remainder.
            Count("runs that a table refuses");
            return;
        }
        catch (Exception error) when (error is not DisagreementException)
        {
            throw new DisagreementException($"at {sizes}: {error.GetType().Name}: {error.Message}");
        }
        if (typed.Phases[0].Groups.Count > 0 && sizes.Find("N") > 1)
            CheckTraining(type, model, typed, sizes, inputs);
    }

    /// <summary>A prediction while the model trains is the forward pass in evaluation mode.</summary>
    private void CheckPrediction(nn.Module instance, TypedModel typed, Dictionary<string, Tensor> inputs)
    {
        manual_seed(1);
        var expected = Forward(instance, typed, inputs);
        instance.train();
        manual_seed(1);
        var found = Forward(instance, typed, inputs, "Predict");
        instance.eval();
        foreach (var (one, other) in expected.Zip(found))
        {
            var scale = one.is_floating_point() && one.numel() > 0 ? Math.Max(1, one.nan_to_num(0, 0, 0).abs().max().to(ScalarType.Float64).ToDouble()) : 1;
            if (!one.shape.SequenceEqual(other.shape) || !one.to(ScalarType.Float64).allclose(other.to(ScalarType.Float64), rtol: 1e-4, atol: 1e-5 * scale, equal_nan: true))
                throw new DisagreementException("Predict gives other numbers than forward in evaluation mode");
        }
        Count("predictions");
    }

    private void CheckTraining(Type type, RandomModel model, TypedModel typed, Sizes sizes, Dictionary<string, Tensor> inputs)
    {
        using var instance = Create(type, model, sizes);
        var targets = typed.Targets.Select(target => zeros(
            [.. target.Type.Shape.Axes.Select(axis => axis.Size.Evaluate(sizes.Find)!.Value)], target.Type.DType == NeuralDsl.Shapes.DType.Int64 ? ScalarType.Int64 : ScalarType.Float32));
        var batch = Activator.CreateInstance(type.GetNestedType("Batch")!, [.. typed.Inputs.Select(input => inputs[input.Name]), .. targets]);
        var optimizer = type.GetMethod("CreateOptimizer")!.Invoke(instance, [])!;
        try
        {
            CheckBackward(() => Create(type, model, sizes), type.GetNestedType("Batch")!, [.. typed.Inputs.Select(input => inputs[input.Name]), .. targets]);
            type.GetMethod("TrainStep")!.Invoke(instance, [batch, optimizer]);
            Count("training steps");
        }
        catch (System.Reflection.TargetInvocationException error) when (error.InnerException!.Message.Contains("more than 1 value per channel", StringComparison.Ordinal))
        {
            Count("training steps that batch normalization refuses for want of rows");
        }
        catch (System.Reflection.TargetInvocationException error)
        {
            throw new DisagreementException($"at {sizes} a training step failed: {error.InnerException!.Message}");
        }
    }

    private static nn.Module Create(Type type, RandomModel model, Sizes sizes)
    {
        object?[] hypers = [.. model.Hypers.Select(hyper => hyper.Get("value") is long ? sizes[hyper.Text("name")!] : hyper.Get("value")), null, null];
        try
        {
            return (nn.Module)Activator.CreateInstance(type, hypers)!;
        }
        catch (System.Reflection.TargetInvocationException error)
        {
            throw error.InnerException!;
        }
    }

    /// <summary>The weights of a run by their names in the generated model.</summary>
    private static IEnumerable<(string Name, Tensor Value)> Weights(TypedModel typed, EngineRun run, string prefix) => run.Parameters.Select(pair => (prefix + pair.Key, pair.Value))
        .Concat(typed.Layers.Where(layer => layer.Node.Share is null && !run.Absent.Contains(layer.Node.Attribute)).SelectMany(layer => layer.Layer is Block block
            ? run.Blocks[layer.Node.Attribute].SelectMany((inner, i) => Weights(block.Inner, inner, $"{prefix}{layer.Name}.{(block.Repeat is null ? "" : $"{i}.")}"))
            : run.Modules.TryGetValue(layer.Node.Attribute, out var module) ? module.named_parameters().Select(pair => ($"{prefix}{layer.Name}.{pair.name}", (Tensor)pair.parameter))
            : []));

    /// <summary>The outputs of a forward pass, in order.</summary>
    private static Tensor[] Forward(nn.Module instance, TypedModel typed, Dictionary<string, Tensor> inputs, string method = "forward")
    {
        try
        {
            var result = instance.GetType().GetMethod(method)!.Invoke(instance, [.. typed.Inputs.Select(input => inputs[input.Name])])!;
            return result is Tensor only ? [only] : [.. result.GetType().GetProperties().Where(property => property.PropertyType == typeof(Tensor)).Select(property => (Tensor)property.GetValue(result)!)];
        }
        catch (System.Reflection.TargetInvocationException error)
        {
            throw error.InnerException!;
        }
    }

    private void Count(string line) => counts[line] = counts.GetValueOrDefault(line) + 1;
}
