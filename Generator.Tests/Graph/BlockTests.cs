using NeuralDsl.Generator.Tests.Harness;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Models in models: blocks with hyper-parameters, repeats, shared weights, own parameters, own code.</summary>
public class BlockTests
{
    private const string Residual = """
        global using NeuralDsl;

        /// <summary>A residual block of two layers.</summary>
        [Model]
        [Hyper("d", 32), Hyper("inner", 64), Hyper("dropout", 0.1)]
        [Input("x", "N T d")]
        [Linear("inner"), GELU, Linear("d"), Dropout("dropout"), Add("x")]
        public partial class Residual;


        """;

    [Fact]
    public void A_block_is_a_layer()
    {
        var model = Load(Residual + """
            [Model]
            [Input("x", "N T 8")]
            [Block<Residual>("d=8, inner=4*4, dropout=0", Name = "block")]
            [Linear(2)]
            public partial class Net;
            """);
        Assert.Equal([3, 5, 2], Run(model, rand(3, 5, 8)));
        Assert.Equal(["block.linear1.weight", "block.linear1.bias", "block.linear2.weight", "block.linear2.bias", "linear1.weight", "linear1.bias"], model.state_dict().Keys);
        Assert.Equal(8 * 16 + 16 + 16 * 8 + 8 + 8 * 2 + 2, CountOf(model));
    }

    /// <summary>Weights of another implementation are found by its names.</summary>
    [Fact]
    public void A_key_is_the_prefix_in_the_state_dict()
    {
        var model = Load("""
            global using NeuralDsl;

            [Model]
            [Input("x", "N C=3 H W")]
            [Conv2d(4, 3, Key = "0"), ReLU, Conv2d(8, 3, Name = "last", Key = "3")]
            public partial class Features;

            [Model]
            [Input("x", "N C=3 H W")]
            [Block<Features>(Name = "convolutions", Key = "features")]
            [Freeze("features.0.*")]
            public partial class Net;
            """);
        Assert.Equal(["features.0.weight", "features.0.bias", "features.3.weight", "features.3.bias"], model.state_dict().Keys);
        Assert.False(model.get_parameter("features.0.bias")!.requires_grad);
    }

    /// <summary>Inputs and hyper-parameters are not in a state dict.</summary>
    [Fact]
    public void A_key_may_be_the_name_of_an_input_or_a_hyper_parameter()
    {
        var model = Load("""
            global using NeuralDsl;

            [Model]
            [Hyper("heads", 2)]
            [Input("x", "N 4")]
            [Linear("heads", Name = "first", Key = "heads"), ReLU]
            public partial class Inner;

            [Model]
            [Input("x", "N 4")]
            [Block<Inner>(Name = "inner", Key = "x")]
            public partial class Net;
            """);
        Assert.Equal(["x.heads.weight", "x.heads.bias"], model.state_dict().Keys);
    }

    private const string Heads = """
        global using NeuralDsl;

        [Model]
        [Hyper("d", 4)]
        [Input("x", "N F")]
        [Input("y", "N F")]
        [Add("y", From = "x", Name = "sum")]
        [Multiply("y", From = "x", Name = "product")]
        [Output("sum"), Output("product")]
        public partial class Heads;


        """;

    /// <summary>The first output is the layer's own value, the others go by their names after a dot.</summary>
    [Theory]
    [InlineData("[Add(\"heads.product\")]", 2 + 3 + 2 * 3)]
    [InlineData("[Dropout]", 2 + 3)]
    [InlineData("[Dropout(From = \"heads.product\")]", 2 * 3)]
    [InlineData("[Output(\"heads.product\")]", 2 * 3)]
    public void A_block_may_have_several_outputs(string layers, float expected)
    {
        using var model = (nn.Module<Tensor, Tensor, Tensor>)CompiledSource.Load(Heads + $$"""
            [Model]
            [Input("x", "N 1"), Input("y", "N 1")]
            [Block<Heads>(From = "x, y", Name = "heads")]
            {{layers}}
            public partial class Net;
            """).Create("Net");
        model.eval();
        using var output = model.call(full([1, 1], 2f), full([1, 1], 3f));
        Assert.Equal(expected, output.item<float>());
    }

    /// <summary>Values that are not given come from the model around, then from the block's own defaults.</summary>
    [Theory]
    [InlineData(8, 3)]
    [InlineData(12, 1)]
    public void A_block_is_repeated_with_weights_of_its_own(long d, long layers)
    {
        var source = CompiledSource.Load(Residual + """
            [Model]
            [Hyper("d", 8), Hyper("layers", 2)]
            [Input("x", "N T d")]
            [Block<Residual>("inner=2*d", Repeat = "layers", Name = "h")]
            public partial class Net;
            """);
        using var model = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(source.Type("Net"), d, layers, null, null)!;
        Assert.Equal([2, 3, d], Run(model, rand(2, 3, d)));
        Assert.Equal(layers * (4 * d * d + 3 * d), CountOf(model));
        Assert.Contains($"h.{layers - 1}.linear2.bias", model.state_dict().Keys);
    }

    [Fact]
    public void Counts_follow_from_the_block()
    {
        var model = Check("""
            [Model]
            [Hyper("d", 8), Hyper("layers", 2)]
            [Input("x", "N T d")]
            [Block<Residual>("inner=2*d", Repeat = "layers", Name = "h")]
            public partial class Net;
            """).Model!;
        Assert.Equal("4*d*d*layers+3*d*layers", model.ParameterCount.Text);
        Assert.Equal("4*N*T*d*d*layers", model.Layers[0].MultiplyAccumulates.Text);
    }

    private const string Stage = """
        global using NeuralDsl;

        /// <summary>A convolution that halves the image.</summary>
        [Model]
        [Hyper("channels", 8), Hyper("from", 8)]
        [Input("image", "N from H W")]
        [Conv2d("channels", 3, Stride = 2, Padding = 1), ReLU]
        public partial class Stage;


        """;

    [Fact]
    public void A_pyramid_has_other_sizes_at_each_step()
    {
        var model = Load(Stage + """
            [Model]
            [Input("image", "N 3 32 32")]
            [Block<Stage>("channels=[16,32,64], from=[3,16,32]", Name = "stages")]
            public partial class Net;
            """);
        Assert.Equal([2, 64, 4, 4], Run(model, rand(2, 3, 32, 32)));
    }

    [Fact]
    public void An_index_stands_in_expressions()
    {
        var model = Load(Stage + """
            [Model]
            [Input("image", "N 4 32 32")]
            [Block<Stage>("channels=4*(i+2), from=4*(i+1)", Repeat = 3, Name = "stages")]
            public partial class Net;
            """);
        Assert.Equal([2, 16, 4, 4], Run(model, rand(2, 4, 32, 32)));
        Assert.Equal([16, 12, 3, 3], model.state_dict()["stages.2.conv1.weight"].shape);
    }

    [Fact]
    public void A_block_with_several_inputs_threads_the_first()
    {
        var source = CompiledSource.Load("""
            global using NeuralDsl;

            [Model]
            [Input("x", "N T 4"), Input("memory", "N S 4")]
            [Reduce("n s d -> n 1 d", From = "memory", Name = "summary")]
            [Linear(4, From = "x"), Add("summary")]
            public partial class Reader;

            [Model]
            [Input("x", "N T 4"), Input("memory", "N S 4")]
            [Block<Reader>(From = "x, memory", Repeat = 2, Name = "readers")]
            public partial class Net;
            """);
        using var model = (nn.Module<Tensor, Tensor, Tensor>)source.Create("Net");
        using var x = rand(2, 3, 4);
        using var memory = rand(2, 7, 4);
        using var y = model.call(x, memory);
        Assert.Equal([2, 3, 4], y.shape);
    }

    [Fact]
    public void Weights_are_shared_by_name()
    {
        var model = Load("""
            global using NeuralDsl;

            [Model]
            [Input("x", "N 4")]
            [Linear(4, Name = "fc"), Tanh, Linear(4, Share = "fc"), Tanh, Linear(4, Share = "fc")]
            [MSELoss, Adam]
            public partial class Net;
            """);
        Assert.Equal(20, CountOf(model));
        using var x = rand(3, 4);
        using var y = model.call(x);
        var state = model.state_dict();
        using var expected = Step(Step(Step(x).tanh()).tanh());
        Assert.True(y.allclose(expected));

        Tensor Step(Tensor value) => nn.functional.linear(value, state["fc.weight"], state["fc.bias"]);
    }

    [Fact]
    public void A_parameter_is_a_value()
    {
        var model = Load("""
            global using NeuralDsl;

            [Model]
            [Input("x", "N T 4")]
            [Parameter("cls", "1 1 4", Init = Init.Ones)]
            [Parameter("scale", "1 1 4", Init = Init.Normal, Std = 0.5)]
            [Multiply("scale"), Add("cls")]
            public partial class Net;
            """);
        Assert.Equal(["cls", "scale"], model.state_dict().Keys);
        using var x = rand(2, 3, 4);
        using var y = model.call(x);
        using var expected = x * model.get_parameter("scale")! + 1;
        Assert.True(y.allclose(expected));
    }

    [Fact]
    public void Own_code_is_called_and_its_shape_checked()
    {
        var source = CompiledSource.Load("""
            global using NeuralDsl;
            using TorchSharp;
            using static TorchSharp.torch;

            public sealed class Doubling() : nn.Module<Tensor, Tensor>("Doubling")
            {
                public override Tensor forward(Tensor x) => cat([x, x], 1);
            }

            [Model]
            [Input("x", "N 4")]
            [Module<Doubling>("N 8", Name = "twice")]
            [Apply(nameof(Halve), "N 4", Name = "half")]
            public partial class Net
            {
                public bool IsWrong { get; set; }

                private Tensor Halve(Tensor x) => x.narrow(1, 0, IsWrong ? 3 : 4);
            }
            """);
        using var model = source.CreateModel("Net");
        Assert.Equal([2, 4], Run(model, rand(2, 4)));
        ((dynamic)model).IsWrong = true;
        using var x = rand(2, 4);
        var error = Assert.Throws<InvalidOperationException>(() => model.call(x));
        Assert.Equal("Net: Apply 'half' declares [2,4] but made [2,3].", error.Message);
    }

    [Theory]
    [InlineData("[Block<Residual>(\"d=9\")]", "NDSL1213", "d=9 meets 8 features")]
    [InlineData("[Block<Residual>(\"width=8\")]", "NDSL0101", "no such hyper-parameter")]
    [InlineData("[Block<Residual>(\"d=8, d=8\")]", "NDSL0102", "given twice")]
    [InlineData("[Block<Residual>(\"d=8, dropout=x\")]", "NDSL0201", "not a number")]
    [InlineData("[Block<Residual>(\"d=[8,8]\", Repeat = 3)]", "NDSL0202", "two values for three times")]
    [InlineData("[Linear(8, Key = \"a.b\")]", "NDSL0103", "a key is one word")]
    [InlineData("[Linear(8, Key = \"0\"), ReLU, Linear(8, Key = \"0\")]", "NDSL0102", "two layers under one key")]
    [InlineData("[Linear(8, Key = \"b\"), ReLU, Linear(8, Name = \"b\")]", "NDSL0102", "a key that is another layer's name")]
    [InlineData("[Block<Two>(Repeat = 2)]", "NDSL1212", "two outputs cannot be threaded")]
    [InlineData("[Block<Two>(Name = \"two\"), Add(\"two.x\")]", "NDSL0101", "no such output")]
    [InlineData("[Block<Two>(Name = \"two\"), Add(\"two.b\"), Linear(8, Name = \"twoB\")]", "NDSL0102", "the local of two.b")]
    [InlineData("[Block<Net>]", "NDSL1212", "it contains itself")]
    [InlineData("[Linear(8, Name = \"a\"), ReLU(Share = \"a\")]", "NDSL1216", "an activation has no weights")]
    [InlineData("[Linear(8, Name = \"a\"), Linear(4, Share = \"a\")]", "NDSL1216", "weights of other shapes")]
    [InlineData("[Parameter(\"p\", \"N 8\"), Add(\"p\")]", "NDSL0101", "a size that only data has")]
    public void Mistakes_have_one_fault(string layers, string id, string because)
    {
        var faults = Check($"""
            [Model]
            [Input("x", "N T 8")]
            {layers}
            public partial class Net;
            """).Faults;
        Assert.True(faults.Count == 1 && faults[0].Descriptor.Id == id, $"{because}: {string.Join("; ", faults)}");
    }

    /// <summary>The block's own class shows its fault; the model around it neither repeats it nor is emitted with code that cannot run.</summary>
    [Fact]
    public void A_fault_inside_a_block_is_shown_once()
    {
        var compiled = CompiledSource.Check("""
            [Model]
            [Input("x", "N 8")]
            [Block<Broken>]
            public partial class Net;
            """, "Net", """
            [Model]
            [Input("x", "N 8")]
            [Linear(4, In = 9)]
            public partial class Broken;
            """);
        Assert.Empty(compiled.Faults);
        Assert.Null(compiled.Model);
    }

    private const string Two = """
        [Model]
        [Input("x", "N T 8")]
        [Linear(8, Name = "a"), Linear(8, From = "x", Name = "b")]
        [Output("a"), Output("b")]
        public partial class Two;


        """;

    private static CompiledModel Check(string source) => CompiledSource.Check(source, "Net", Residual + Two);

    private static nn.Module<Tensor, Tensor> Load(string source) => CompiledSource.Load(source).CreateModel("Net");

    private static long[] Run(nn.Module<Tensor, Tensor> model, Tensor x)
    {
        using (x)
        using (var y = model.call(x))
            return y.shape;
    }

    private static long CountOf(nn.Module model) => model.parameters().Sum(parameter => parameter.numel());
}
