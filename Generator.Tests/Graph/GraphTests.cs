using NeuralDsl.Generator.Tests.Harness;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Models that are no line: several inputs, joins, values used twice, conditions on sizes; compiled and run.</summary>
public class GraphTests
{
    [Fact]
    public void Two_inputs_meet_in_a_join()
    {
        var source = CompiledSource.Load("""
            global using NeuralDsl;

            [Model]
            [Input("left", "N 3"), Input("right", "N 5")]
            [Linear(4, From = "left", Name = "a")]
            [Linear(4, From = "right", Name = "b")]
            [Add("a"), ReLU]
            [Linear(2)]
            public partial class Net;
            """);
        using var model = (nn.Module<Tensor, Tensor, Tensor>)source.Create("Net");
        using var left = rand(6, 3);
        using var right = rand(6, 5);
        using var y = model.call(left, right);
        Assert.Equal([6, 2], y.shape);
    }

    /// <summary>A value that is used twice lives until its second use.</summary>
    [Fact]
    public void A_residual_computes_what_it_says()
    {
        var source = CompiledSource.Load("""
            global using NeuralDsl;

            [Model]
            [Input("x", "N 4")]
            [Tanh(Name = "t")]
            [Sigmoid, Multiply("t"), Add("t, x")]
            public partial class Net;
            """);
        using var model = source.CreateModel("Net");
        using var x = rand(3, 4);
        using var y = model.call(x);
        using var t = x.tanh();
        using var expected = t.sigmoid() * t + t + x;
        Assert.True(y.allclose(expected));
    }

    [Fact]
    public void Sizes_that_can_be_equal_are_compared_when_they_are_known()
    {
        var source = CompiledSource.Load("""
            global using NeuralDsl;

            [Model]
            [Input("query", "N T 8"), Input("key", "N S 8")]
            [Add("key", From = "query", Name = "sum")]
            public partial class Net;
            """);
        using var model = (nn.Module<Tensor, Tensor, Tensor>)source.Create("Net");
        using var query = rand(2, 5, 8);
        using var shorter = rand(2, 4, 8);
        using (var y = model.call(query, query))
            Assert.Equal([2, 5, 8], y.shape);
        var error = Assert.Throws<ArgumentException>(() => model.call(query, shorter));
        Assert.Equal("Net: Add 'sum' needs T == S, but T = 5, S = 4.", error.Message);
    }

    [Fact]
    public void A_window_asks_for_the_size_that_it_needs()
    {
        var source = CompiledSource.Load("""
            global using NeuralDsl;

            [Model]
            [Input("image", "N 1 H W")]
            [Conv2d(2, 5), MaxPool2d(2)]
            public partial class Net;
            """);
        using var model = source.CreateModel("Net");
        using var small = rand(1, 1, 9, 4);
        var error = Assert.Throws<ArgumentException>(() => model.call(small));
        Assert.Equal("Net: Conv2d needs W >= 5, but W = 4.", error.Message);
    }

    /// <summary>A symbol that stands alone nowhere follows from the axis that it is in, which must then be such a size.</summary>
    [Fact]
    public void A_symbol_follows_from_an_axis_that_it_is_part_of()
    {
        var source = CompiledSource.Load("""
            global using NeuralDsl;

            [Model]
            [Input("x", "N 2*T+1 4")]
            [Slice(1, 1, 3), Reshape("N 8", Name = "flat")]
            [Select(1, 2, From = "x"), Concat("flat, select1")]
            public partial class Net;

            [Model]
            [Input("x", "N 2*T 4")]
            [Rearrange("n (t r) d -> n t (r d)", "r=2"), Reshape("N 8*T")]
            public partial class Pairs;
            """);
        using var model = source.CreateModel("Net");
        using var even = rand(2, 6, 4);
        Assert.Equal("Net: axis 1 of 'x' must be 2*T+1 but is 6.", Assert.Throws<ArgumentException>(() => model.call(even)).Message);
        using var odd = rand(2, 5, 4);
        using var y = model.call(odd);
        Assert.Equal([2, 12], y.shape);
        using var pairs = source.CreateModel("Pairs");
        using var z = pairs.call(even);
        Assert.Equal([2, 24], z.shape);
    }

    /// <summary>What one layer requires, later layers know: the second join asks for nothing.</summary>
    [Fact]
    public void A_condition_is_asked_for_once()
    {
        var model = CompiledSource.Check("""
            [Model]
            [Input("a", "N T 8"), Input("b", "N S 8")]
            [Add("b", From = "a"), ReLU, Add("b"), Rearrange("n (t r) d -> n t r d", "r=2"), Rearrange("n t r d -> n (t r) d"), Add("a")]
            public partial class Net;
            """).Model!;
        Assert.Equal(["T == S", "T % 2 == 0"], model.Conditions.Select(condition => condition.Text));
    }

    [Fact]
    public void Classes_of_a_split_are_checked_for_every_size()
    {
        var faults = CompiledSource.Check("""
            [Model]
            [Input("a", "N 2*T+1 8")]
            [Rearrange("n (t r) d -> n t r d", "r=2")]
            public partial class Net;
            """).Faults;
        Assert.Equal("NDSL1209", Assert.Single(faults).Descriptor.Id);
    }

    /// <summary>Five hundred layers are checked and emitted; the message of a fault at the end stays readable.</summary>
    [Fact]
    public void A_model_may_have_500_layers()
    {
        string Declare(string last) => $"""
            [Model]
            [Input("x", "N 16")]
            {string.Concat(Enumerable.Repeat("[Linear(8)]\n[Linear(16)]\n", 250))}
            {last}
            public partial class Net;
            """;
        Assert.Equal(501, CompiledSource.Check(Declare("[Linear(2)]")).Model!.Layers.Count);
        var fault = Assert.Single(CompiledSource.Check(Declare("[Linear(2, In = 17)]")).Faults);
        Assert.Equal(
            "x [N,16] → Linear [N,8] → … 494 more … → Linear [N,16] → Linear [N,8] → Linear [N,16] → Linear [N,8] → Linear [N,16]",
            fault.Arguments[4]);
    }
}
