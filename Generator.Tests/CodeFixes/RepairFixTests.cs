using NeuralDsl.CodeFixes;
using NeuralDsl.Generator.Tests.Diagnostics;
using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Repairs;

namespace NeuralDsl.Generator.Tests.CodeFixes;

/// <summary>The repairs that the checker works out: all that is offered for a fault, and that each of them works.</summary>
public class RepairFixTests
{
    [Fact]
    public async Task A_misspelt_value_gets_the_nearest_name() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(2, Name = "logits")]
        [CrossEntropyLoss(From = "logit"), SGD(0.1)]
        public partial class Net;
        """,
        ("Change 'logit' to 'logits'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(2, Name = "logits")]
        [CrossEntropyLoss(From = "logits"), SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_misspelt_name_in_a_list_gets_the_nearest_name() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(4, Name = "left"), ReLU(Name = "right")]
        [Add("left, rigth", From = "x"), Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Change 'rigth' to 'right'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(4, Name = "left"), ReLU(Name = "right")]
        [Add("left, right", From = "x"), Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_misspelt_hyper_parameter_gets_the_nearest_name() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Hyper("width", 8), Input("x", "N 4")]
        [Linear("2*widht"), ReLU, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Change 'widht' to 'width'", """
        using NeuralDsl;
        [Model]
        [Hyper("width", 8), Input("x", "N 4")]
        [Linear("2*width"), ReLU, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_misspelt_probability_gets_the_nearest_name() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Hyper("dropout", 0.1), Input("x", "N 4")]
        [Linear(8), ReLU, Dropout("droput"), Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Change 'droput' to 'dropout'", """
        using NeuralDsl;
        [Model]
        [Hyper("dropout", 0.1), Input("x", "N 4")]
        [Linear(8), ReLU, Dropout("dropout"), Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_misspelt_hyper_parameter_of_a_block_gets_the_nearest_name() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Hyper("width", 8), Input("x", "N width")]
        [Linear("width"), ReLU, Add("x")]
        public partial class Residual;

        [Model]
        [Input("x", "N 4")]
        [Block<Residual>("widht=4"), Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Change 'widht' to 'width'", """
        using NeuralDsl;
        [Model]
        [Hyper("width", 8), Input("x", "N width")]
        [Linear("width"), ReLU, Add("x")]
        public partial class Residual;

        [Model]
        [Input("x", "N 4")]
        [Block<Residual>("width=4"), Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_forgotten_Flatten_is_added() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 8 8")]
        [Conv2d(4, 3, Name = "conv"), ReLU]
        [Linear(10, In = 144, Name = "fc")]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Add [Flatten] before Linear 'fc'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 8 8")]
        [Conv2d(4, 3, Name = "conv"), ReLU]
        [Flatten, Linear(10, In = 144, Name = "fc")]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_declared_input_is_reached_by_padding_or_channels() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 28 28")]
        [Conv2d(6, 5, Name = "conv1"), ReLU, MaxPool2d(2)]
        [Conv2d(16, 5), ReLU, MaxPool2d(2)]
        [Flatten]
        [Linear(120, In = 400, Name = "fc1"), ReLU]
        [Linear(10)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set Padding = 1 of Conv2d 'conv2'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 28 28")]
        [Conv2d(6, 5, Name = "conv1"), ReLU, MaxPool2d(2)]
        [Conv2d(16, 5, Padding = 1), ReLU, MaxPool2d(2)]
        [Flatten]
        [Linear(120, In = 400, Name = "fc1"), ReLU]
        [Linear(10)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """),
        ("Set Padding = 2 of Conv2d 'conv1'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 28 28")]
        [Conv2d(6, 5, Padding = 2, Name = "conv1"), ReLU, MaxPool2d(2)]
        [Conv2d(16, 5), ReLU, MaxPool2d(2)]
        [Flatten]
        [Linear(120, In = 400, Name = "fc1"), ReLU]
        [Linear(10)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """),
        ("Set outChannels = 25 of Conv2d 'conv2'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 28 28")]
        [Conv2d(6, 5, Name = "conv1"), ReLU, MaxPool2d(2)]
        [Conv2d(25, 5), ReLU, MaxPool2d(2)]
        [Flatten]
        [Linear(120, In = 400, Name = "fc1"), ReLU]
        [Linear(10)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_declared_input_is_reached_by_the_layer_before() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(16), ReLU]
        [Linear(2, In = 8)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set outFeatures = 8 of Linear 'linear1'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(8), ReLU]
        [Linear(2, In = 8)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_window_gets_the_smallest_padding_that_leaves_something() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 8 8")]
        [Conv2d(16, 5), ReLU, MaxPool2d(2)]
        [Conv2d(32, 5, Padding = 0), ReLU]
        [Flatten, Linear(10)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set Padding = 2 of Conv2d 'conv2'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 8 8")]
        [Conv2d(16, 5), ReLU, MaxPool2d(2)]
        [Conv2d(32, 5, Padding = 2), ReLU]
        [Flatten, Linear(10)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task Groups_become_the_nearest_number_that_divides() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("image", "N 6 8 8")]
        [Conv2d(12, 3, Groups = 4), ReLU, Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set Groups = 3 of Conv2d 'conv1'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 6 8 8")]
        [Conv2d(12, 3, Groups = 3), ReLU, Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task Either_side_of_a_join_gets_the_others_channels() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("image", "N C=3 H=8 W=8")]
        [Conv2d(16, 3, Padding = 1, Name = "stem"), ReLU]
        [Conv2d(32, 3, Padding = 1), ReLU]
        [Add("stem"), Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set outChannels = 16 of Conv2d 'conv1'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N C=3 H=8 W=8")]
        [Conv2d(16, 3, Padding = 1, Name = "stem"), ReLU]
        [Conv2d(16, 3, Padding = 1), ReLU]
        [Add("stem"), Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """),
        ("Set outChannels = 32 of Conv2d 'stem'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N C=3 H=8 W=8")]
        [Conv2d(32, 3, Padding = 1, Name = "stem"), ReLU]
        [Conv2d(32, 3, Padding = 1), ReLU]
        [Add("stem"), Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_residual_gets_the_inputs_features() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 8")]
        [Linear(16), ReLU]
        [Add("x"), Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set outFeatures = 8 of Linear 'linear1'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 8")]
        [Linear(8), ReLU]
        [Add("x"), Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task Images_without_channels_get_an_axis() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("image", "N 8 8")]
        [Conv2d(4, 3), ReLU]
        [Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Add [Unsqueeze(1)] before Conv2d 'conv1'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 8 8")]
        [Unsqueeze(1), Conv2d(4, 3), ReLU]
        [Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_declared_target_gets_the_shape_of_the_loss() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Input("price", "N")]
        [Linear(1)]
        [MSELoss(Target = "price"), SGD(0.1)]
        public partial class Net;
        """,
        ("Declare input 'price' as \"N 1\"", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Input("price", "N 1")]
        [Linear(1)]
        [MSELoss(Target = "price"), SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_declared_target_gets_the_dtype_of_the_loss_where_it_has_none() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Input("label", "N")]
        [Linear(3)]
        [CrossEntropyLoss(Target = "label"), SGD(0.1)]
        public partial class Net;
        """,
        ("Declare input 'label' as Int64", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Input("label", "N", dtype: DType.Int64)]
        [Linear(3)]
        [CrossEntropyLoss(Target = "label"), SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_declared_target_gets_the_dtype_of_the_loss() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Input("y", "N 3", DType.Int64)]
        [Linear(3)]
        [MSELoss(Target = "y"), SGD(0.1)]
        public partial class Net;
        """,
        ("Declare input 'y' as Float32", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Input("y", "N 3", DType.Float32)]
        [Linear(3)]
        [MSELoss(Target = "y"), SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_declared_output_is_reached_or_corrected() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(16), ReLU]
        [Linear(3, Name = "logits")]
        [Output("logits", "N 10")]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set outFeatures = 10 of Linear 'logits'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(16), ReLU]
        [Linear(10, Name = "logits")]
        [Output("logits", "N 10")]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """),
        ("Declare output 'logits' as \"N 3\"", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(16), ReLU]
        [Linear(3, Name = "logits")]
        [Output("logits", "N 3")]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_softmax_before_cross_entropy_goes_and_the_list_stays() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(10), Softmax] // scores
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Remove Softmax 'softmax1'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(10)] // scores
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_layer_on_a_line_of_its_own_goes_with_the_line() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(10)]
        [LogSoftmax]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Remove LogSoftmax 'logSoftmax1'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(10)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_softmax_that_is_an_output_stays_and_the_loss_goes_round_it() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(10, Name = "logits")]
        [Softmax(Name = "probabilities")]
        [Output("probabilities")]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Let CrossEntropyLoss take 'logits'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(10, Name = "logits")]
        [Softmax(Name = "probabilities")]
        [Output("probabilities")]
        [CrossEntropyLoss(From = "logits"), SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_sigmoid_before_a_loss_of_logits_goes() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(1), Sigmoid]
        [BCEWithLogitsLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Remove Sigmoid 'sigmoid1'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(1)]
        [BCEWithLogitsLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task Logits_get_the_loss_that_takes_them() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(1)]
        [BCELoss(Weight = 2), SGD(0.1)]
        public partial class Net;
        """,
        ("Take BCEWithLogitsLoss, which takes logits", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(1)]
        [BCEWithLogitsLoss(Weight = 2), SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task An_activation_before_the_loss_goes() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(2), ReLU]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Remove ReLU 'relu1'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task The_second_of_two_activations_goes() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(8)]
        [ReLU]
        [ReLU, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Remove ReLU 'relu2'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(8)]
        [ReLU]
        [Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    [Fact]
    public async Task A_bias_before_batch_normalization_goes() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 8 8")]
        [Conv2d(4, 3, Name = "conv"), BatchNorm2d, ReLU, Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Set Bias = false of Conv2d 'conv'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 1 8 8")]
        [Conv2d(4, 3, Bias = false, Name = "conv"), BatchNorm2d, ReLU, Flatten, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    public static TheoryData<string> RepairableIds => [.. Candidates.Repairable.Select(rule => rule.Id)];

    /// <summary>The example on the page of every rule that can be repaired is, by each lightbulb that is offered.</summary>
    [Theory]
    [MemberData(nameof(RepairableIds))]
    public async Task The_page_of_a_repairable_rule_shows_a_model_that_is_repaired(string id)
    {
        var repaired = await CodeFixRun.ApplyAsync(new RepairFix(), "using NeuralDsl;\n" + DiagnosticPage.Read(id).Broken);
        Assert.NotEmpty(repaired);
        foreach (var (_, result) in repaired)
        {
            var compilation = ModelCompilation.Create(result);
            Assert.Empty(await ModelCompilation.AnalyzeAsync(compilation));
            Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation)));
        }
    }

    /// <summary>Every mistake of a kind at once, in one model and in several, and nothing else.</summary>
    [Fact]
    public async Task A_repair_is_made_everywhere() => Assert.Equal(
        """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        [Linear(8), ReLU, Linear(8), Tanh]
        [Linear(2)]
        [CrossEntropyLoss]
        public partial class First;

        [Model, Input("x", "N 4"), Linear(2), BCEWithLogitsLoss]
        public partial class Second;

        [Model, Input("x", "N 4"), Linear(2, Bias = true), BatchNorm1d]
        public partial class Third;
        """,
        await CodeFixRun.ApplyToAllAsync(
            new RepairFix(),
            """
            using NeuralDsl;
            [Model]
            [Input("x", "N 4")]
            [Linear(8), ReLU, ReLU, Linear(8), Tanh, Tanh]
            [Linear(2)]
            [Softmax]
            [CrossEntropyLoss]
            public partial class First;

            [Model, Input("x", "N 4"), Linear(2), Sigmoid, BCEWithLogitsLoss]
            public partial class Second;

            [Model, Input("x", "N 4"), Linear(2, Bias = true), BatchNorm1d]
            public partial class Third;
            """,
            "Remove"));

    /// <summary>A layer whose value is wanted elsewhere cannot just go.</summary>
    [Theory]
    [InlineData("[Linear(4), Softmax(Name = \"p\"), Linear(2, Name = \"q\"), Output(\"q\"), CrossEntropyLoss(From = \"p\")]")]
    [InlineData("[Linear(4, Name = \"a\"), ReLU, ReLU(Name = \"b\"), Add(\"b\", From = \"a\")]")]
    [InlineData("[Linear(4, Name = \"a\"), ReLU(Name = \"r\"), Linear(4, Name = \"b\"), ReLU(From = \"r\"), Add(\"b\")]")]
    public async Task Nothing_is_offered_that_would_change_another_layer(string layers) => Assert.Empty(await CodeFixRun.ApplyAsync(
        new RepairFix(),
        $"""
        using NeuralDsl;
        [Model]
        [Input("x", "N 4")]
        {layers}
        public partial class Net;
        """));

    /// <summary>A fault that no one edit puts right.</summary>
    [Theory]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(2, Name = \"logits\"), CrossEntropyLoss(From = \"result\")]")]
    [InlineData("[Input(\"x\", \"N 4\"), Linear(2, In = 7)]")]
    [InlineData("[Input(\"x\", \"N T\"), Conv2d(4, 3)]")]
    [InlineData("[Input(\"a\", \"N 4\"), Input(\"b\", \"N 5\"), Add(\"b\", From = \"a\")]")]
    public async Task Nothing_is_offered_that_does_not_help(string model) => Assert.Empty(await CodeFixRun.ApplyAsync(
        new RepairFix(),
        $"""
        using NeuralDsl;
        [Model]
        {model}
        public partial class Net;
        """));

    /// <summary>A model of hundreds of layers is checked again a few times only.</summary>
    [Fact]
    public async Task A_long_model_costs_little()
    {
        var layers = string.Concat(Enumerable.Repeat("[Conv2d(4, 3, Padding = 1), ReLU]\n", 400));
        var source = $"using NeuralDsl;\n[Model]\n[Input(\"image\", \"N 4 9 9\")]\n{layers}[Flatten, Linear(2, In = 100)]\npublic partial class Net;";
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await CodeFixRun.ApplyAsync(new RepairFix(), source);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
    }
}
