using NeuralDsl.CodeFixes;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.CodeFixes;

/// <summary>Each fix: its title, its result to the character, and that the result is a model that compiles and trains a step.</summary>
public class CodeFixTests
{
    [Fact]
    public async Task Partial_is_added_to_the_model() => await FixedModel.AssertAsync(
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
    public async Task Partial_is_added_to_the_types_around_the_model() => await FixedModel.AssertAsync(
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
        """));

    [Fact]
    public async Task A_declared_input_size_is_corrected_or_dropped() => await FixedModel.AssertAsync(
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

    [Fact]
    public async Task Model_is_added_on_a_line_of_its_own() => await FixedModel.AssertAsync(
        new AddModelFix(),
        """
        using NeuralDsl;
        public static partial class Models
        {
            /// <summary>Two classes.</summary>
            [Input("x", "N 4")]
            [Linear(2)]
            [CrossEntropyLoss, SGD(0.1)]
            public partial class Net;
        }
        """,
        ("Add [Model] to 'Net'", """
        using NeuralDsl;
        public static partial class Models
        {
            /// <summary>Two classes.</summary>
            [Model]
            [Input("x", "N 4")]
            [Linear(2)]
            [CrossEntropyLoss, SGD(0.1)]
            public partial class Net;
        }
        """));

    [Fact]
    public async Task Model_is_added_to_a_class_on_one_line() => await FixedModel.AssertAsync(
        new AddModelFix(),
        """
        using NeuralDsl;
        [Input("x", "N 4"), Linear(2), CrossEntropyLoss, SGD(0.1)] public partial class Net;
        """,
        ("Add [Model] to 'Net'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Linear(2), CrossEntropyLoss, SGD(0.1)] public partial class Net;
        """));
}
