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
            [Input("x", "N T/2 6")]
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
}
