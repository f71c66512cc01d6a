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
        """),
        ("Add [Conv2d(32, 1, From = \"stem\", Name = \"projection\")] and join that", """
        using NeuralDsl;
        [Model]
        [Input("image", "N C=3 H=8 W=8")]
        [Conv2d(16, 3, Padding = 1, Name = "stem"), ReLU]
        [Conv2d(32, 3, Padding = 1), ReLU]
        [Conv2d(32, 1, From = "stem", Name = "projection"), Add("projection", From = "relu2"), Flatten, Linear(2)]
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
        """),
        ("Add [Linear(16, From = \"x\", Name = \"projection\")] and join that", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 8")]
        [Linear(16), ReLU]
        [Linear(16, From = "x", Name = "projection"), Add("projection", From = "relu1"), Linear(2)]
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
        """),
        ("Take Conv1d in place of Conv2d 'conv1'", """
        using NeuralDsl;
        [Model]
        [Input("image", "N 8 8")]
        [Conv1d(4, 3), ReLU]
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
        """),
        ("Add [Squeeze(-1)] after Linear 'linear1'", """
        using NeuralDsl;
        [Model]
        [Input("x", "N 4"), Input("price", "N")]
        [Linear(1), Squeeze(-1)]
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

    /// <summary>Models with one fault, and all that is offered: each title, and the lines that the repair writes.</summary>
    public static TheoryData<string, string[]> Repairs => new()
    {
        // Names.
        { "[Input(\"x\", \"N 4\"), Linear(8, Name = \"fc\"), ReLU]\n[Linear(2, Name = \"fc\"), CrossEntropyLoss, SGD(0.1)]",
            ["Rename to 'fc2': [Linear(2, Name = \"fc2\"), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 4\"), Linear(2, Name = \"logits\")]\n[Output(\"logits\"), Output(\"logits\")]\n[CrossEntropyLoss, SGD(0.1)]",
            ["Remove Output: [Output(\"logits\")]"] },
        { "[Input(\"x\", \"N 4\"), Linear(8, Name = \"conv-1\"), ReLU, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Rename to 'conv_1': [Input(\"x\", \"N 4\"), Linear(8, Name = \"conv_1\"), ReLU, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 4\"), Linear(8, Name = \"1st\"), ReLU]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Rename to '_1st': [Input(\"x\", \"N 4\"), Linear(8, Name = \"_1st\"), ReLU]"] },
        { "[Input(\"x\", \"N 4\"), Linear(8, Name = \"train\"), ReLU]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Rename to 'trainLinear': [Input(\"x\", \"N 4\"), Linear(8, Name = \"trainLinear\"), ReLU]"] },
        { "[Input(\"x\", \"N 4\")]\n[Linear(2)]\n[Input(\"label\", \"N\", DType.Int64)]\n[CrossEntropyLoss(Target = \"label\"), SGD(0.1)]",
            ["Move input 'label' before Linear 'linear1': "] },
        { "[Input(\"x\", \"N 4\")]\n[Linear(2), Input(\"label\", \"N\", DType.Int64)]\n[CrossEntropyLoss(Target = \"label\"), SGD(0.1)]",
            ["Move input 'label' before Linear 'linear1': [Input(\"label\", \"N\", DType.Int64), Linear(2)]"] },
        { "[Input(\"x\", \"N 4\"), Input(\"label\", \"N\", DType.Int64)]\n[Linear(2)]\n[CrossEntropyLoss, SGD(0.1)]",
            ["Let CrossEntropyLoss take 'label' as its target: [CrossEntropyLoss(Target = \"label\"), SGD(0.1)]", "Remove input 'label': [Input(\"x\", \"N 4\")]"] },
        { "[Input(\"x\", \"N 4\"), Linear(2, Name = \"logits\")]\n[Linear(4, From = \"x\")]\n[Tanh, Output(\"logits\"), CrossEntropyLoss(From = \"logits\"), SGD(0.1)]",
            ["Remove Linear 'linear1' and Tanh 'tanh1': [Output(\"logits\"), CrossEntropyLoss(From = \"logits\"), SGD(0.1)]"] },
        { "[Input(\"a\", \"N 4\"), Input(\"b\", \"N 4\")]\n[Linear(2, From = \"a, b\", Bias = false)]\n[CrossEntropyLoss, SGD(0.1)]",
            ["Add [Concat(\"a, b\")] before Linear 'linear1': [Concat(\"a, b\"), Linear(2, Bias = false)]"] },
        { "[Input(\"x\", \"N 4\"), Linear(8, Name = \"encoder\"), ReLU, Linear(2)]\n[Freeze(\"linear1.*, encode.weight\"), CrossEntropyLoss, SGD(0.1)]",
            ["Change 'encode.weight' to 'encoder.weight': [Freeze(\"linear1.*, encoder.weight\"), CrossEntropyLoss, SGD(0.1)]"] },
        // Shapes as other libraries write them, and symbols.
        { "[Input(\"image\", \"(N, 3, 8, 8)\")]\n[Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Write the shape of Input as \"N 3 8 8\": [Input(\"image\", \"N 3 8 8\")]"] },
        { "[Input(\"x\", \"N Steps 12\")]\n[Reshape(\"N Step 3 4\"), Select(1, 0), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Change 'Step' to 'Steps': [Reshape(\"N Steps 3 4\"), Select(1, 0), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        // What a layer takes.
        { "[Input(\"image\", \"N 1 8 8\")]\n[Conv2d(4, 3, Bias = false), BatchNorm1d, ReLU, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Take BatchNorm2d in place of BatchNorm1d 'batchNorm1': [Conv2d(4, 3, Bias = false), BatchNorm2d, ReLU, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"tokens\", \"N T\")]\n[Embedding(9, 4), Last, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Declare input 'tokens' as Int64: [Input(\"tokens\", \"N T\", dtype: DType.Int64)]"] },
        { "[Input(\"image\", \"N H=8 W=8 C=3\")]\n[Conv2d(4, 3), ReLU, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Declare input 'image' as \"N C=3 H=8 W=8\": [Input(\"image\", \"N C=3 H=8 W=8\")]",
             "Add [Permute(0, 3, 1, 2)] before Conv2d 'conv1': [Permute(0, 3, 1, 2), Conv2d(4, 3), ReLU, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 8 5\")]\n[Linear(4, In = 8), ReLU, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Add [Permute(0, 2, 1)] before Linear 'linear1': [Permute(0, 2, 1), Linear(4, In = 8), ReLU, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 4\")]\n[Linear(3), Softmax(2)]\n[MSELoss, SGD(0.1)]",
            ["Set axis = -1 of Softmax 'softmax1': [Linear(3), Softmax(-1)]"] },
        { "[Input(\"x\", \"N 4 1\")]\n[Squeeze(1)]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Set axis = 2 of Squeeze 'squeeze1': [Squeeze(2)]", "Remove Squeeze 'squeeze1': "] },
        { "[Input(\"image\", \"N C=3 H W\")]\n[Conv2d(4, 3), ReLU, Flatten]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Add [AdaptiveAvgPool2d(1)] before Flatten 'flatten1': [Conv2d(4, 3), ReLU, AdaptiveAvgPool2d(1), Flatten]"] },
        { "[Input(\"image\", \"N C=3 H W\")]\n[Conv2d(4, 3), ReLU]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Add [AdaptiveAvgPool2d(1), Flatten] before Linear 'linear1': [AdaptiveAvgPool2d(1), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N T 8\")]\n[Linear(4), ReLU, Flatten]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Take Last in place of Flatten 'flatten1': [Linear(4), ReLU, Last]"] },
        { "[Input(\"x\", \"N 8 T\")]\n[Linear(4), ReLU, Last, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Add [Permute(0, 2, 1)] before Linear 'linear1': [Permute(0, 2, 1), Linear(4), ReLU, Last, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        // Sizes that must agree.
        { "[Input(\"image\", \"N C=3 H=8 W=8\")]\n[Conv2d(4, 3, Padding = 1), ReLU(Name = \"stem\")]\n[Conv2d(8, 3, Stride = 2, Padding = 1), ReLU]\n[Add(\"stem\"), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Add [Conv2d(8, 1, Stride = 2, From = \"stem\", Name = \"projection\")] and join that: "
                + "[Conv2d(8, 1, Stride = 2, From = \"stem\", Name = \"projection\"), Add(\"projection\", From = \"relu1\"), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 6 4\")]\n[Linear(8), Permute(0, 2, 1), Conv1d(4, 3, Padding = 1), ReLU]\n[Add(\"x\"), Last, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Add [Permute(0, 2, 1)] before Add 'add1': [Permute(0, 2, 1), Add(\"x\"), Last, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"a\", \"N 4\"), Input(\"b\", \"B 4\")]\n[Add(\"b\"), Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Declare input 'b' as \"N 4\": [Input(\"a\", \"N 4\"), Input(\"b\", \"N 4\")]"] },
        { "[Input(\"x\", \"N 12\")]\n[Reshape(\"8 12\"), Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Set shape = \"N 12\" of Reshape 'reshape1': [Reshape(\"N 12\"), Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N T 10\")]\n[Rearrange(\"n t (h e) -> n t h e\", \"h=4\"), Reduce(\"n t h e -> n e\")]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Set sizes = \"h=5\" of Rearrange 'rearrange1': [Rearrange(\"n t (h e) -> n t h e\", \"h=5\"), Reduce(\"n t h e -> n e\")]"] },
        { "[Input(\"x\", \"N 4 8\")]\n[Select(1, 4), Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Set index = -1 of Select 'select1': [Select(1, -1), Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 4 8\")]\n[Slice(1, 0, 6), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Set end = 4 of Slice 'slice1': [Slice(1, 0, 4), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 64\")]\n[Unflatten(1, \"C=1 H=8 W=7\"), Conv2d(4, 3), ReLU, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Set shape = \"C=1 H=8 W=8\" of Unflatten 'unflatten1': [Unflatten(1, \"C=1 H=8 W=8\"), Conv2d(4, 3), ReLU, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 8\")]\n[Linear(8, Name = \"first\"), ReLU]\n[Linear(2, Share = \"first\"), CrossEntropyLoss, SGD(0.1)]",
            ["Give Linear 'linear1' weights of its own: [Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Hyper(\"stride\", 1), Input(\"image\", \"N 4 H W\")]\n[Conv2d(4, 3, Stride = \"stride\", If = \"stride != 1\")]\n[AdaptiveAvgPool2d(1), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Set Padding = 1 of Conv2d 'conv1': [Conv2d(4, 3, Stride = \"stride\", If = \"stride != 1\", Padding = 1)]"] },
        // Losses and optimizers.
        { "[Input(\"image\", \"N 1 8 8\"), Input(\"label\", \"N\", DType.Int64)]\n[Conv2d(4, 3), ReLU]\n[Linear(2)]\n[CrossEntropyLoss(Target = \"label\"), SGD(0.1)]",
            ["Add [Flatten] before Linear 'linear1': [Flatten, Linear(2)]",
             "Declare input 'label' as \"N 4 6\": [Input(\"image\", \"N 1 8 8\"), Input(\"label\", \"N 4 6\", DType.Int64)]"] },
        { "[Input(\"tokens\", \"N T\", DType.Int64), Input(\"label\", \"N\", DType.Int64)]\n[Embedding(9, 4)]\n[Linear(2)]\n[CrossEntropyLoss(Target = \"label\"), SGD(0.1)]",
            ["Add [Last] before Linear 'linear1': [Last, Linear(2)]",
             "Declare input 'label' as \"N T\": [Input(\"tokens\", \"N T\", DType.Int64), Input(\"label\", \"N T\", DType.Int64)]"] },
        { "[Input(\"x\", \"N 4\"), Input(\"y\", \"N 3\")]\n[Linear(3)]\n[CrossEntropyLoss(Target = \"y\"), SGD(0.1)]",
            ["Declare input 'y' as Int64 \"N\": [Input(\"x\", \"N 4\"), Input(\"y\", \"N\", dtype: DType.Int64)]",
             "Take BCEWithLogitsLoss in place of CrossEntropyLoss: [BCEWithLogitsLoss(Target = \"y\"), SGD(0.1)]",
             "Take MSELoss in place of CrossEntropyLoss: [MSELoss(Target = \"y\"), SGD(0.1)]"] },
        { "[Input(\"x\", \"N 4\"), Linear(3)]\n[Flatten(0)]\n[CrossEntropyLoss, SGD(0.1)]",
            ["Remove Flatten 'flatten1': "] },
        { "[Input(\"x\", \"N 4\"), Linear(8), ReLU(Name = \"h\")]\n[Linear(2, Name = \"a\")]\n[Linear(1, From = \"h\", Name = \"b\")]\n[CrossEntropyLoss(From = \"a\", Target = \"kind\"), MSELoss]\n[L1Loss, SGD(0.1)]",
            ["Let L1Loss take 'b': [L1Loss(From = \"b\"), SGD(0.1)]"] },
        { "[Input(\"x\", \"N 4\"), Linear(2)]\n[CrossEntropyLoss]\n[Adam]\n[SGD(0.1)]",
            ["Remove SGD: ", "Remove Adam: "] },
        { "[Input(\"x\", \"N 4\"), Linear(8), ReLU, Linear(2), CrossEntropyLoss]\n[AdamW(1e-3, Only = \"*.weight\")]\n[AdamW(1e-3, Only = \"linear1.*\", WeightDecay = 0)]",
            ["Set Except = \"*.weight\" of AdamW: [AdamW(1e-3, WeightDecay = 0, Except = \"*.weight\")]"] },
        // Warnings.
        { "[Input(\"x\", \"N 4\")]\n[Linear(1), Softmax(-1, Name = \"p\")]\n[MSELoss, SGD(0.1)]",
            ["Take Sigmoid in place of Softmax 'p': [Linear(1), Sigmoid(Name = \"p\")]"] },
        { "[Input(\"x\", \"N 4 1\")]\n[Softmax, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Take Sigmoid in place of Softmax 'softmax1': [Sigmoid, Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]",
             "Set axis = 1 of Softmax 'softmax1': [Softmax(axis: 1), Flatten, Linear(2), CrossEntropyLoss, SGD(0.1)]"] },
        { "[Input(\"x\", \"N 4\")]\n[Linear(3), Softmax(0)]\n[MSELoss, SGD(0.1)]",
            ["Set axis = -1 of Softmax 'softmax1': [Linear(3), Softmax(-1)]"] },
        { "[Input(\"x\", \"N 4\")]\n[Linear(8)]\n[Linear(2)]\n[CrossEntropyLoss, SGD(0.1)]",
            ["Add [ReLU] before Linear 'linear2': [ReLU, Linear(2)]", "Remove Linear 'linear1': "] },
        { "[Input(\"x\", \"N 4\")]\n[Linear(8), ReLU, Dropout(1)]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Set p = 0.5 of Dropout 'dropout1': [Linear(8), ReLU, Dropout(0.5)]", "Remove Dropout 'dropout1': [Linear(8), ReLU]"] },
        { "[Input(\"x\", \"N 4\")]\n[Linear(8), ReLU, Dropout(0.5), BatchNorm1d]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Move BatchNorm1d 'batchNorm1' before Dropout 'dropout1': [Linear(8), ReLU, BatchNorm1d, Dropout(0.5)]", "Remove Dropout 'dropout1': [Linear(8), ReLU, BatchNorm1d]"] },
        { "[Input(\"x\", \"N 4\")]\n[Linear(8), ReLU]\n[Dropout(0.5)]\n[BatchNorm1d]\n[Linear(2), CrossEntropyLoss, SGD(0.1)]",
            ["Move BatchNorm1d 'batchNorm1' before Dropout 'dropout1': ", "Remove Dropout 'dropout1': "] },
    };

    [Theory]
    [MemberData(nameof(Repairs))]
    public async Task Each_repair_compiles_and_trains(string model, string[] expected)
    {
        string[] before = ["using NeuralDsl;", "[Model]", .. model.Split('\n'), "public partial class Net;"];
        var source = string.Join('\n', before);
        var offered = await CodeFixRun.ApplyAsync(new RepairFix(), source);
        Assert.Equal(expected, offered.Select(repair => $"{repair.Title}: {string.Join(" ", repair.Result.Split('\n').Except(before))}"));
        foreach (var (_, result) in offered)
        {
            Assert.NotEqual(source, result);
            await FixedModel.AssertTrainsAsync(result);
        }
    }

    [Fact]
    public async Task An_optimizer_gets_a_loss_for_what_the_model_makes() => Assert.Equal(
        ["Add [BCEWithLogitsLoss] before Adam", "Add [MSELoss] before Adam", "Remove Adam"],
        (await CodeFixRun.ApplyAsync(new RepairFix(), "using NeuralDsl;\n[Model, Input(\"x\", \"N 4\"), Linear(1), Adam]\npublic partial class Net;")).Select(repair => repair.Title));

    [Fact]
    public async Task A_block_gets_the_size_that_arrives() => await FixedModel.AssertAsync(
        new RepairFix(),
        """
        using NeuralDsl;
        [Model]
        [Hyper("d", 32), Hyper("wide", 2), Input("x", "N d")]
        [Linear("wide*d"), ReLU, Linear("d"), Add("x")]
        public partial class FeedForward;

        [Model]
        [Input("x", "N 48")]
        [Block<FeedForward>("wide=4"), ReLU, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """,
        ("Give Block<FeedForward> d = 48", """
        using NeuralDsl;
        [Model]
        [Hyper("d", 32), Hyper("wide", 2), Input("x", "N d")]
        [Linear("wide*d"), ReLU, Linear("d"), Add("x")]
        public partial class FeedForward;

        [Model]
        [Input("x", "N 48")]
        [Block<FeedForward>("wide=4, d=48"), ReLU, Linear(2)]
        [CrossEntropyLoss, SGD(0.1)]
        public partial class Net;
        """));

    /// <summary>All misspelt names at once: two in one text, in several models.</summary>
    [Fact]
    public async Task Names_are_corrected_everywhere() => Assert.Equal(
        """
        using NeuralDsl;
        [Model]
        [Hyper("width", 8), Input("x", "N 4")]
        [Linear("width", Name = "left"), ReLU(Name = "right")]
        [Add("left, right", From = "right"), Linear(2, Name = "logits")]
        [CrossEntropyLoss(From = "logits")]
        public partial class First;

        [Model, Hyper("dropout", 0.1), Input("x", "N 4"), Linear(2), Dropout("dropout")]
        public partial class Second;
        """,
        await CodeFixRun.ApplyToAllAsync(
            new RepairFix(),
            """
            using NeuralDsl;
            [Model]
            [Hyper("width", 8), Input("x", "N 4")]
            [Linear("widht", Name = "left"), ReLU(Name = "right")]
            [Add("letf, rigth", From = "righ"), Linear(2, Name = "logits")]
            [CrossEntropyLoss(From = "logit")]
            public partial class First;

            [Model, Hyper("dropout", 0.1), Input("x", "N 4"), Linear(2), Dropout("droput")]
            public partial class Second;
            """,
            "Nearest"));

    [Theory]
    [InlineData("Correct", "[Linear(8, In = 4), ReLU]", "[Linear(2, In = 6)]")]
    [InlineData("Remove", "[Linear(8), ReLU]", "[Linear(2)]")]
    public async Task Declared_inputs_are_corrected_everywhere(string kind, string first, string second)
    {
        static string Declare(string first, string second) =>
            $"using NeuralDsl;\n[Model, Input(\"x\", \"N 4\")]\n{first}\npublic partial class First;\n[Model, Input(\"x\", \"N 6\")]\n{second}\npublic partial class Second;";
        var fixedEverywhere = await CodeFixRun.ApplyToAllAsync(new DeclaredInputFix(), Declare("[Linear(8, In = 5), ReLU]", "[Linear(2, In = 7)]"), kind);
        Assert.Equal(Declare(first, second), fixedEverywhere);
    }

    public static TheoryData<string> RepairableIds => [.. Candidates.Repairable.Select(rule => rule.Id)];

    /// <summary>The example on the page of every rule that can be repaired is, by each lightbulb that is offered.</summary>
    [Theory]
    [MemberData(nameof(RepairableIds))]
    public async Task The_page_of_a_repairable_rule_shows_a_model_that_is_repaired(string id)
    {
        var page = DiagnosticPage.Read(id);
        var repaired = await CodeFixRun.ApplyAsync(new RepairFix(), "using NeuralDsl;\n" + page.Broken, page.Files);
        Assert.NotEmpty(repaired);
        foreach (var (_, result) in repaired)
        {
            var compilation = ModelCompilation.Create(result);
            Assert.Empty(await ModelCompilation.AnalyzeAsync(compilation, page.Files));
            Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation, page.Files)));
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
