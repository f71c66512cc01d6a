using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using NeuralDsl.Declaration;
using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Parity;
using NeuralDsl.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>The models of all rows, generated, compiled and loaded together, and one PyTorch beside them.</summary>
public sealed partial class ParitySuite : IDisposable
{
    /// <summary>Of statistics over some hundred thousand random numbers: several times their standard deviation.</summary>
    private const double StatisticalTolerance = 0.02;

    /// <summary>Of a row's largest gradient: one that is zero exactly, as that of an attention's key bias, is the others' rounding error.</summary>
    private const double LeastGradient = 0.1;

    private const int Steps = 12;

    private const int StepsPerEpoch = 3;

    private readonly PyTorch pyTorch = new("operators.py");
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<ParityRow> rows = [];
    private readonly CSharpCompilation compilation;
    private readonly ILookup<int, string> messages;
    private readonly CompiledSource compiled;

    public ParitySuite()
    {
        foreach (var row in ParityRows.All)
        {
            Assert.True(indices.TryAdd(row.Name, rows.Count), $"Two rows are {row.Name}.");
            rows.Add(row);
        }
        compilation = ModelCompilation.Create(
        [
            .. rows.Select((row, i) => row.Declare($"Row{i}") + (row.HasLoss ? $"\n\n{row.DeclareLearned($"Learned{i}")}" : "")), "global using NeuralDsl;",
        ]);
        var generated = ModelCompilation.Generate(compilation);
        messages = ModelCompilation.CompilerMessages(generated)
            .ToLookup(message => IndexOf(message.Location.SourceTree?.FilePath), message => message.ToString());
        // A row that does not compile fails by itself, not with all the others.
        compiled = CompiledSource.Load(generated.RemoveSyntaxTrees(generated.SyntaxTrees.Where(tree => messages.Contains(IndexOf(tree.FilePath)))));
    }

    /// <summary>What the C# compiler says of all rows.</summary>
    internal IEnumerable<string> Messages => messages.SelectMany(group => group);

    /// <summary>Compares a row's outputs, gradients and buffers in both modes.</summary>
    internal void Compare(string name)
    {
        using var scope = NewDisposeScope();
        var (row, typed, model) = Create(name);
        var random = new Random(1);
        var tensors = Scramble(model, random);
        var inputs = Named(row.InputTensors, row, "input", random, tensors);
        var targets = typed.Losses.Count > 0 ? Named(row.TargetTensors, row, "target", random, tensors) : [];
        var found = new Dictionary<string, Tensor>();
        foreach (var mode in new[] { "training", "evaluation" })
        {
            // As on PyTorch's side, so that what statistics of random layers differ by is the same in every run.
            manual_seed(0);
            model.train(mode == "training");
            model.zero_grad();
            foreach (var (input, tensor) in inputs.Where(input => input.Value.is_floating_point()))
                inputs[input] = tensor.detach().clone().requires_grad_(true);
            var outputs = Run(model, typed.Losses.Count > 0, [.. inputs.Values, .. targets.Values]);
            if (typed.Losses.Count == 0)
                AssertShapes(typed, row, outputs);
            Tensor? sum = null;
            for (var i = 0; i < outputs.Length; i++)
            {
                found[$"{mode}: output {i}"] = outputs[i];
                var weight = tensors[$"{mode}-weight {i}"] = ParityTensor.Normal(outputs[i].shape, random);
                if (outputs[i].requires_grad)
                    sum = sum is null ? (outputs[i] * weight).sum() : sum + (outputs[i] * weight).sum();
            }
            sum?.backward();
            foreach (var (input, tensor) in inputs)
                Add($"{mode}: gradient of input {input}", tensor.requires_grad ? tensor.grad : null);
            foreach (var (parameter, tensor) in model.named_parameters().Where(parameter => parameter.parameter.requires_grad))
                Add($"{mode}: gradient of {parameter}", tensor.grad);
            foreach (var (buffer, tensor) in model.named_buffers(include_nonpersistent: false))
                Add($"{mode}: {buffer}", tensor);
        }
        var expected = pyTorch.Ask(new { row.PyTorch, Sizes = row.SizeOf }, tensors);
        if (row.Training == Training.Random)
            ReduceToStatistics(expected, found);
        AssertAllClose(expected, found);

        void Add(string what, Tensor? tensor)
        {
            if (tensor is not null)
                found[what] = tensor.clone();
        }
    }

    /// <summary>Compares the weights and learning rates after each of several steps of a row's optimizer, with its schedule and limits.</summary>
    internal void CompareTraining(string name)
    {
        using var scope = NewDisposeScope();
        var (row, _, model) = Create(name);
        // Each move of L-BFGS magnifies the rounding of those before.
        var isDouble = row.Operators.Contains("LBFGS");
        if (isDouble)
            model.to(ScalarType.Float64);
        var random = new Random(1);
        var tensors = Scramble(model, random);
        var inputs = Named(row.InputTensors.Select(input => isDouble ? input with { DType = "Float64" } : input), row, "input", random, tensors);
        var targets = Named(row.TargetTensors, row, "target", random, tensors);
        var batch = CreateBatch(model, [.. inputs.Values, .. targets.Values]);
        using var optimizer = (optim.Optimizer)Invoke(model, "CreateOptimizer");
        var found = new Dictionary<string, Tensor>();
        var schedule = (TrainingSchedule?)model.GetType().GetMethod("CreateScheduler")?.Invoke(model, [optimizer, Steps / StepsPerEpoch, StepsPerEpoch]);
        for (var step = 1; step <= Steps; step++)
        {
            var loss = (double)Invoke(model, "TrainStep", batch, optimizer);
            foreach (var (parameter, tensor) in model.named_parameters())
                found[$"step {step}: {parameter}"] = tensor.detach().clone();
            schedule?.Step();
            if (step % StepsPerEpoch == 0)
                schedule?.EndEpoch(loss);
            foreach (var (group, i) in optimizer.ParamGroups.Select((group, i) => (group, i)))
                found[$"step {step}: rate {i}"] = tensor(group.LearningRate, ScalarType.Float64);
        }
        AssertAllClose(pyTorch.Ask(new { row.PyTorch, Steps, StepsPerEpoch }, tensors), found);
    }

    /// <summary>Compares the weights that a row's model begins with, from one seed.</summary>
    internal void CompareBeginning(string name)
    {
        const int Seed = 7;
        using var scope = NewDisposeScope();
        manual_seed(Seed);
        var (row, _, model) = Create(name);
        var found = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
        AssertAllClose(pyTorch.Ask(new { row.PyTorch, Seed }, new Dictionary<string, Tensor>()), found);
    }

    /// <summary>Whether PyTorch's libtorch, which is the engine's, has an operator.</summary>
    internal bool HasOperator(string name)
    {
        // PyTorch's side answers with the state of a new module.
        var answer = pyTorch.Ask(
            new { PyTorch = $"nn.ParameterDict(dict(found=nn.Parameter(torch.tensor(float(hasattr(torch.ops.aten, '{name}'))))))", Seed = 0 }, new Dictionary<string, Tensor>());
        using var found = answer["found"];
        return found.ToSingle() != 0;
    }

    public void Dispose() => pyTorch.Dispose();

    private (ParityRow Row, TypedModel Typed, nn.Module Model) Create(string name) => Create(indices[name], $"Row{indices[name]}");

    private (ParityRow Row, TypedModel Typed, nn.Module Model) Create(int index, string type)
    {
        Assert.True(!messages.Contains(index), string.Join("\n", messages[index]));
        var declaration = ModelReader.Read(compilation.GetTypeByMetadataName(type)!, compilation, default)!;
        var answer = ModelCompiler.Compile(declaration, default);
        Assert.True(answer.Model is not null, string.Join("\n", answer.Faults.Where(fault => fault.IsError)
            .Select(fault => string.Format(CultureInfo.InvariantCulture, $"{fault.Descriptor.Id}: {fault.Descriptor.MessageFormat}", [.. fault.Arguments]))));
        return (rows[index], answer.Model, (nn.Module)compiled.Create(type));
    }

    /// <summary>Gives a model weights that no initialization gives, such as a scale other than 1, and returns its state.</summary>
    private static Dictionary<string, Tensor> Scramble(nn.Module model, Random random)
    {
        using var noGrad = no_grad();
        foreach (var parameter in model.parameters())
            parameter.copy_(ParityTensor.Normal(parameter.shape, random) * 0.5);
        return model.state_dict().ToDictionary(entry => $"state {entry.Key}", entry => entry.Value.detach().clone());
    }

    private static Dictionary<string, Tensor> Named(
        IEnumerable<ParityTensor> asked, ParityRow row, string kind, Random random, Dictionary<string, Tensor> tensors)
    {
        var created = asked.ToDictionary(tensor => tensor.Name, tensor => tensor.Create(row.SizeOf, random));
        foreach (var (name, tensor) in created)
            tensors.Add($"{kind} {name}", tensor);
        return created;
    }

    /// <summary>The model's outputs, or its loss where it has one.</summary>
    private static Tensor[] Run(nn.Module model, bool hasLoss, Tensor[] tensors)
    {
        if (hasLoss)
            return [(Tensor)Invoke(model, "Loss", CreateBatch(model, tensors))];
        return Outputs(Invoke(model, "forward", [.. tensors]));
    }

    private static Tensor[] Outputs(object made) => made as Tensor is { } output ? [output] : [.. made.GetType().GetProperties().Select(property => (Tensor)property.GetValue(made)!)];

    private static object CreateBatch(nn.Module model, Tensor[] tensors) =>
        Activator.CreateInstance(model.GetType().GetNestedType("Batch")!, BindingFlags.DoNotWrapExceptions, null, [.. tensors], null)!;

    private static object Invoke(nn.Module model, string method, params object[] arguments) =>
        model.GetType().GetMethod(method, [.. arguments.Select(argument => argument is optim.Optimizer ? typeof(optim.Optimizer) : argument.GetType())])!
            .Invoke(model, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture)!;

    /// <summary>The shapes that the compiler states.</summary>
    private static void AssertShapes(TypedModel typed, ParityRow row, Tensor[] outputs)
    {
        var sizes = row.SizeOf;
        long? SizeOf(string symbol) =>
            typed.Hypers.FirstOrDefault(hyper => hyper.Name == symbol)?.Size ?? (sizes.TryGetValue(symbol, out var size) ? size : null);
        foreach (var (output, value) in outputs.Zip(typed.Outputs))
            Assert.Equal(value.Type.Shape.Axes.Select(axis => axis.Size.Evaluate(SizeOf)), output.shape.Select(size => (long?)size));
    }

    private static void AssertAllClose(Dictionary<string, Tensor> expected, Dictionary<string, Tensor> found)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        bool IsGradient(string what) => what.Contains(": gradient of ", StringComparison.Ordinal);
        var leastGradient = LeastGradient * expected.Where(pair => IsGradient(pair.Key)).Select(pair => Closeness.Largest(pair.Value)).Append(0).Max();
        foreach (var (what, tensor) in expected)
        {
            Assert.True(tensor.dtype == found[what].dtype, $"{what}: {found[what].dtype}, PyTorch's is {tensor.dtype}.");
            Closeness.AssertClose(what, tensor, found[what], leastScale: IsGradient(what) ? leastGradient : 0);
        }
    }

    /// <summary>Compares the statistics of what random layers make in training, and takes it away.</summary>
    private static void ReduceToStatistics(Dictionary<string, Tensor> expected, Dictionary<string, Tensor> found)
    {
        foreach (var what in expected.Keys.Where(what => what.StartsWith("training: ", StringComparison.Ordinal)).ToArray())
        {
            if (what.Contains("output", StringComparison.Ordinal))
            {
                Assert.Equal(expected[what].shape, found[what].shape);
                Closeness.AssertClose($"statistics of {what}", Statistics(expected[what]), Statistics(found[what]), StatisticalTolerance);
            }
            expected.Remove(what);
            found.Remove(what);
        }
    }

    /// <summary>Mean, root of the mean square, and share of zeros.</summary>
    private static Tensor Statistics(Tensor tensor)
    {
        using var noGrad = no_grad();
        return stack([tensor.mean(), tensor.square().mean().sqrt(), tensor.eq(0).to(ScalarType.Float32).mean()]);
    }

    /// <summary>The row of a file: those of the rows are numbered in their order, and what is generated bears the model's name.</summary>
    private static int IndexOf(string? path) =>
        FileNumber().Match(path ?? "") is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : -1;

    [GeneratedRegex(@"(?:User|Row|Learned)(\d+)\.")]
    private static partial Regex FileNumber();
}
