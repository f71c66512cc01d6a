using NeuralDsl.Diagnostics;
using NeuralDsl.Emission;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Properties;

/// <summary>What random models have found, each as the smallest model that showed it.</summary>
public class FoundByRandomModelsTests
{
    private static Fault[] Errors(string source) => [.. CompiledSource.Check(source).Faults.Where(fault => fault.IsError)];

    private static string[] Conditions(string source) => [.. CompiledSource.Check(source).Model!.Conditions.Select(condition => condition.Text)];

    [Fact]
    public void Padding_of_a_pool_is_compared_with_its_kernel_for_all_values()
    {
        string Declare(int padding) => $"""
            [Model]
            [Hyper("p", {padding})]
            [Input("x", "N 4 L")]
            [AvgPool1d(3, Padding = "p")]
            public partial class Net;
            """;
        Assert.Contains("1 >= p", Conditions(Declare(1)));
        var fault = Assert.Single(Errors(Declare(2)));
        Assert.Equal("NDSL0202", fault.Descriptor.Id);
        Assert.Equal("p; fails for p = 2", fault.Arguments[^1]);
    }

    [Fact]
    public void A_divisor_is_at_least_1()
    {
        string Declare(int heads) => $"""
            [Model]
            [Hyper("heads", {heads})]
            [Input("x", "N T 4")]
            [Reshape("N T/(heads-1) (heads-1) 4")]
            public partial class Net;
            """;
        Assert.Equal("heads-1 >= 1", Conditions(Declare(3))[0]);
        Assert.Equal(Rules.ReshapedElements, Assert.Single(Errors(Declare(1))).Descriptor);
    }

    [Fact]
    public void An_axis_of_an_input_has_elements_for_all_values()
    {
        string Declare(int k) => $"""
            [Model]
            [Hyper("k", {k})]
            [Input("x", "N k-1")]
            [ReLU]
            public partial class Net;
            """;
        Assert.Equal(["k-1 >= 1"], Conditions(Declare(2)));
        Assert.Equal(Rules.MalformedShape, Assert.Single(Errors(Declare(1))).Descriptor);
    }

    /// <summary>A quotient that is an axis is at least 1, so that the batch is not to blame.</summary>
    [Fact]
    public void Elements_of_an_axis_are_known_to_be_there() => Assert.Equal(["d % heads == 0"], Conditions("""
        [Model]
        [Hyper("d", 12), Hyper("heads", 2)]
        [Input("x", "N d/heads heads"), Input("y", "d")]
        [Flatten(0, 1), Select(0, 0)]
        [Rearrange("(h e) -> h e", "h=heads", From = "y"), Reduce("h e -> h")]
        public partial class Net;
        """).Where(condition => !condition.Contains(">=", StringComparison.Ordinal)));

    [Fact]
    public void A_size_of_a_pattern_must_have_a_value()
    {
        var compiled = CompiledSource.Check("""
            [Model]
            [Input("x", "N T*S 6")]
            [Rearrange("n t d -> (n t) d")]
            public partial class Net;
            """);
        Assert.Equal(Rules.UnknownSymbol, Assert.Single(compiled.Faults).Descriptor);
        Assert.NotNull(ModelEmitter.Emit(compiled));
    }

    [Fact]
    public void A_repeated_axis_has_elements_for_all_values() => Assert.Equal(["k-1 >= 1"], Conditions("""
        [Model]
        [Hyper("k", 3)]
        [Input("x", "N 4")]
        [Repeat("n d -> n r d", "r=k-1")]
        public partial class Net;
        """));

    /// <summary>T is known to be 8 after the first join; the axis is then as anonymous as an 8.</summary>
    [Fact]
    public void A_name_goes_with_the_symbol_that_it_was()
    {
        var compiled = CompiledSource.Check("""
            [Model]
            [Input("x", "N T 4"), Input("y", "N 8 4"), Input("z", "N A=8 4")]
            [Add("y"), Add("z")]
            public partial class Net;
            """);
        Assert.Empty(compiled.Faults);
        Assert.Equal("N 8 4", compiled.Model!.Layers[0].Output.Shape.ToString());
    }

    [Fact]
    public void A_loss_without_parameters_behind_it_cannot_be_trained()
    {
        var fault = Assert.Single(Errors("""
            [Model]
            [Input("x", "N 4"), Input("y", "N 4")]
            [Linear(3, Name = "unused")]
            [Tanh(From = "y")]
            [MSELoss, SGD(0.1)]
            public partial class Net;
            """));
        Assert.Equal(Rules.NothingToTrain, fault.Descriptor);
    }

    /// <summary>From T/2 no T follows, but T/2 itself is the axis, and T/4 half of it.</summary>
    [Fact]
    public void A_floor_term_is_known_from_its_axis()
    {
        var compiled = CompiledSource.Check("""
            [Model]
            [Input("x", "N T/2 6"), Input("y", "N S 6")]
            [Permute(0, 2, 1), MaxPool1d(2), Permute(0, 2, 1), Add("y"), Rearrange("n t d -> (n t) d")]
            public partial class Net;
            """);
        Assert.DoesNotContain(compiled.Faults, fault => fault.IsError);
        Assert.Contains("(T/2)/2 == S", compiled.Model!.Conditions.Select(condition => condition.Text));
        var text = ModelEmitter.Emit(compiled)!.Text;
        Assert.Contains("var T_2 = x.size(1);", text);
        Assert.Contains("if (T_2 / 2 != S)", text);
    }

    [Fact]
    public void Two_axes_of_one_floor_term_are_compared() => Assert.Contains("if (y.size(1) != T_2)", ModelEmitter.Emit(CompiledSource.Check("""
        [Model]
        [Input("x", "N T/2 6"), Input("y", "N T/2 6")]
        [Add("y")]
        public partial class Net;
        """))!.Text);

    [Theory]
    [InlineData("N S+1", "N 3", "N 3 1")]
    [InlineData("N T/2", "N 3", "N 3 1")]
    [InlineData("N T/2", "N T", "N T 1")]
    [InlineData("N 2*T", "N 6", "N 6 1")]
    public void A_block_makes_of_any_axis_what_arrives(string inner, string outer, string made) => Assert.Equal(made, CheckOuter($"""
        [Model]
        [Input("x", "{inner}")]
        [Unsqueeze(-1)]
        public partial class Inner;

        [Model]
        [Input("x", "{outer}")]
        [Block<Inner>]
        public partial class Net;
        """).Model!.Outputs[0].Type.Shape.ToString());

    [Fact]
    public void An_axis_of_a_block_that_does_not_come_out_is_an_error() => Assert.Equal(Rules.LayerInput, Assert.Single(CheckOuter("""
        [Model]
        [Input("x", "N 2*T")]
        [ReLU]
        public partial class Inner;

        [Model]
        [Input("x", "N 5")]
        [Block<Inner>]
        public partial class Net;
        """).Faults).Descriptor);

    [Fact]
    public void A_hyper_parameter_of_a_block_is_as_large_as_its_constructor_asks() => Assert.Equal(["k-1 >= 1"], CheckOuter("""
        [Model]
        [Hyper("size", 3)]
        [Input("x", "N d")]
        [ReLU]
        public partial class Inner;

        [Model]
        [Hyper("k", 2)]
        [Input("x", "N T")]
        [Block<Inner>("size=k-1")]
        public partial class Net;
        """).Model!.Conditions.Select(condition => condition.Text));

    [Fact]
    public void A_parameter_has_elements_for_all_values() => Assert.Equal(["k-1 >= 1"], Conditions("""
        [Model]
        [Hyper("k", 3)]
        [Input("x", "N 1")]
        [Parameter("w", "1 k-1")]
        [Add("w")]
        public partial class Net;
        """));

    [Theory]
    [InlineData("Share")]
    [InlineData("Tie")]
    public void Weights_come_from_earlier_layers(string argument)
    {
        string Declare(string name) => $"""
            [Model]
            [Input("x", "N 4")]
            [Linear(4, {argument} = "{name}")]
            [ReLU, Linear(4, Name = "later")]
            public partial class Net;
            """;
        Assert.Equal(Rules.UsedBeforeMade, Assert.Single(Errors(Declare("later"))).Descriptor);
        Assert.Equal(Rules.UnknownName, Assert.Single(Errors(Declare("x"))).Descriptor);
    }

    [Theory]
    [InlineData("[Output(\"x\")]")]
    [InlineData("[MSELoss(From = \"x\")]")]
    public void An_input_is_no_layer(string attribute) => Assert.Equal(Rules.UnknownName, Assert.Single(Errors($"""
        [Model]
        [Input("x", "N 4")]
        [Linear(4)]
        {attribute}
        public partial class Net;
        """)).Descriptor);

    /// <summary>The module of the other layer would be called, with its stride.</summary>
    [Fact]
    public void Shared_weights_come_with_the_same_arguments() => Assert.Equal("its arguments are not that one's", Assert.Single(Errors("""
        [Model]
        [Input("x", "N 4 L")]
        [Conv1d(4, 3, Name = "conv"), ReLU, Conv1d(4, 3, Stride = 2, Share = "conv")]
        public partial class Net;
        """)).Arguments[^1]);

    [Fact]
    public void Shared_weights_may_fit_under_a_condition() => Assert.Equal(["d == 4"], Conditions("""
        [Model]
        [Hyper("d", 4)]
        [Input("x", "N 4")]
        [Linear("d", Name = "mix"), ReLU, Linear("d", Share = "mix")]
        public partial class Net;
        """));

    [Fact]
    public void A_weight_is_tied_through_a_layer_that_shares_it()
    {
        var compiled = CompiledSource.Check("""
            [Model]
            [Input("x", "N 4")]
            [Linear(4, Name = "mix"), ReLU, Linear(4, Share = "mix", Name = "again"), ReLU, Linear(4, Tie = "again")]
            public partial class Net;
            """);
        Assert.Empty(compiled.Faults);
        Assert.Contains("this.mix.weight!", ModelEmitter.Emit(compiled)!.Text);
    }

    [Fact]
    public void A_pool_can_be_left_out() => Assert.Empty(Errors("""
        [Model]
        [Hyper("stride", 2)]
        [Input("x", "N 4 H W")]
        [AvgPool2d("stride", If = "stride != 1")]
        public partial class Net;
        """));

    [Fact]
    public void Hyper_parameters_decide_a_condition() => Assert.Equal(Rules.InvalidArgument, Assert.Single(Errors("""
        [Model]
        [Input("x", "N 4")]
        [ReLU(If = "1 != 2")]
        public partial class Net;
        """)).Descriptor);

    [Fact]
    public void A_model_without_weights_of_its_own_has_no_gradients()
    {
        var emitted = ModelEmitter.Emit(CompiledSource.Check("""
            [Model]
            [Input("x", "N 4")]
            [Tanh, MSELoss]
            public partial class Net;
            """))!.Text;
        Assert.DoesNotContain("GradientView(", emitted);
    }

    [Fact]
    public void An_output_asserts_only_what_can_be_checked() => Assert.Equal(Rules.UnknownSymbol, Assert.Single(Errors("""
        [Model]
        [Input("x", "N T/2 4")]
        [Linear(6, Name = "y")]
        [Output("y", "N T 6")]
        public partial class Net;
        """)).Descriptor);

    [Fact]
    public void A_symbol_follows_from_a_multiple_by_a_hyper_parameter() => Assert.Contains("var T = x.size(1) / d;", ModelEmitter.Emit(CompiledSource.Check("""
        [Model]
        [Hyper("d", 4)]
        [Input("x", "N d*T")]
        [Unflatten(1, "d T")]
        public partial class Net;
        """))!.Text);

    [Fact]
    public void A_loss_cannot_depend_on_weights_alone_that_the_defaults_leave_out() => Assert.Equal(Rules.NothingToTrain, Assert.Single(Errors("""
        [Model]
        [Hyper("d", 4)]
        [Input("x", "N 4")]
        [Linear("d", If = "d != 4")]
        [MSELoss, SGD(0.1)]
        public partial class Net;
        """)).Descriptor);

    [Fact]
    public void A_loss_cannot_depend_on_weights_of_a_block_alone_that_its_output_does_not_need() => Assert.Equal(Rules.NothingToTrain, Assert.Single(CheckOuter("""
        [Model]
        [Input("x", "N 4"), Input("y", "N 4")]
        [Linear(4), Tanh(From = "y")]
        public partial class Inner;

        [Model]
        [Input("x", "N 4"), Input("y", "N 4")]
        [Block<Inner>(From = "x, y"), MSELoss, SGD(0.1)]
        public partial class Net;
        """).Faults, fault => fault.IsError).Descriptor);

    [Fact]
    public void A_division_by_what_is_0_where_a_layer_is_left_out_is_no_failure() => Assert.Equal(Rules.CannotBeAbsent, Assert.Single(Errors("""
        [Model]
        [Hyper("k", 2)]
        [Input("x", "N 4 L")]
        [Conv1d(4, 1, Stride = "k-1", If = "k != 1")]
        public partial class Net;
        """)).Descriptor);

    /// <summary>What a product requires makes an axis without a name a number, which then sizes weights.</summary>
    [Fact]
    public void Weights_are_of_the_size_that_another_layer_requires()
    {
        var compiled = CompiledSource.Load("global using NeuralDsl;", """
            [Model]
            [Input("x", "N C 4"), Input("square", "N C 4")]
            [MatMul("square", Name = "product")]
            [BatchNorm1d(From = "x"), Add("product")]
            public partial class Net;
            """);
        using var model = (TorchSharp.torch.nn.Module)compiled.Create("Net");
        Assert.Equal(4, model.get_parameter("batchNorm1.weight")!.numel());
    }

    /// <summary>(-1)/2 is -1 in a shape and 0 in C#.</summary>
    [Fact]
    public void A_division_of_what_is_negative_rounds_down_in_generated_code_too()
    {
        var source = """
            [Model]
            [Hyper("d", 8), Hyper("heads", 2), Hyper("p", 0)]
            [Input("x", "N T", DType.Int64)]
            [Embedding(6, "d*heads"), AvgPool1d("p+1", Stride = "heads", Name = "pooled"), Linear("(-p-1)/heads+d+1"), Add("pooled")]
            public partial class Net;
            """;
        Assert.Empty(Errors(source));
        using var model = (TorchSharp.torch.nn.Module)CompiledSource.Load("global using NeuralDsl;", source).Create("Net");
        Assert.Equal([8, 8], model.get_parameter("linear1.weight")!.shape);
    }

    private static CompiledModel CheckOuter(string source) => CompiledSource.Check(source, "Net");
}
