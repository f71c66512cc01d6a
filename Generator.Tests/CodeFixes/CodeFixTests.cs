using Microsoft.CodeAnalysis.CodeFixes;
using NeuralDsl.CodeFixes;
using NeuralDsl.Generator.Tests.Harness;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.CodeFixes;

/// <summary>Each fix: its title, its result to the character, and that the result is a model that compiles and trains a step.</summary>
public class CodeFixTests
{
    [Fact]
    public async Task Partial_is_added_to_the_model() => await AssertFixedAsync(
        new MakePartialFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public sealed class Net;
        """,
        ("Make 'Net' partial", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public sealed partial class Net;
        """));

    [Fact]
    public async Task Partial_is_added_to_the_types_around_the_model() => await AssertFixedAsync(
        new MakePartialFix(),
        """
        using NeuralDsl;
        public static class Models
        {
            [Model]
            [Input("x", "N 4")]
            [Linear(2)]
            [CrossEntropyLoss, SGD(0.1)]
            public partial class Net;
        }
        """,
        ("Make 'Models' partial", """
        using NeuralDsl;
        public static partial class Models
        {
            [Model]
            [Input("x", "N 4")]
            [Linear(2)]
            [CrossEntropyLoss, SGD(0.1)]
            public partial class Net;
        }
        """),
        "Models+Net");

    [Fact]
    public async Task A_declared_input_size_is_corrected_or_dropped() => await AssertFixedAsync(
        new DeclaredInputFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(3, In = 5, Bias = false), ReLU]
        [Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set In = 4", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(3, In = 4, Bias = false), ReLU]
        [Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """),
        ("Remove In and let it be inferred", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(3, Bias = false), ReLU]
        [Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    private static Task AssertFixedAsync(CodeFixProvider provider, string source, (string Title, string Result) expected, string model = "Net") =>
        AssertFixedAsync(provider, source, [expected], model);

    private static Task AssertFixedAsync(CodeFixProvider provider, string source, (string, string) first, (string, string) second) =>
        AssertFixedAsync(provider, source, [first, second], "Net");

    private static async Task AssertFixedAsync(CodeFixProvider provider, string source, (string Title, string Result)[] expected, string model)
    {
        var offered = await CodeFixRun.ApplyAsync(provider, source);
        Assert.Equal(expected, offered);
        foreach (var (_, result) in offered)
        {
            Assert.Empty(await ModelCompilation.AnalyzeAsync(ModelCompilation.Create(result)));
            AssertTrains(CompiledSource.Load(result), model);
        }
    }

    private static void AssertTrains(CompiledSource source, string name)
    {
        dynamic model = source.Create(name);
        using var x = rand(3, 4);
        using var target = zeros(3, dtype: ScalarType.Int64);
        dynamic batch = Activator.CreateInstance(source.Type($"{name}+Batch"), x, target)!;
        double loss = model.TrainStep(batch, model.CreateOptimizer());
        Assert.True(double.IsFinite(loss));
    }
}
