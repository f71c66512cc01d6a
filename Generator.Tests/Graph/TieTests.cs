using NeuralDsl.Generator.Tests.Harness;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>Tied weights: one weight, counted, registered and stepped once.</summary>
public class TieTests
{
    private const string LanguageModel = """
        global using NeuralDsl;

        [Model]
        [Hyper("vocab", 50), Hyper("d", 8)]
        [Input("tokens", "N T", DType.Int64)]
        [Embedding("vocab", "d", Name = "wte"), Linear("d"), DropPath(0.1)]
        [Linear("vocab", Tie = "wte", Name = "head")]
        [MSELoss, SGD(0.1)]
        public partial class Net;
        """;

    [Fact]
    public void A_head_uses_the_embedding()
    {
        using var model = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(CompiledSource.Load(LanguageModel).Type("Net"), 50L, 8L, null, null)!;
        model.eval();
        using var tokens = randint(50, [2, 3], ScalarType.Int64);
        using var y = model.call(tokens);
        var state = model.state_dict();
        Assert.Equal(["wte.weight", "linear1.weight", "linear1.bias"], state.Keys);
        using var flat = tokens.flatten();
        using var rows = state["wte.weight"].index_select(0, flat);
        using var embedded = rows.reshape(2, 3, 8);
        using var hidden = nn.functional.linear(embedded, state["linear1.weight"], state["linear1.bias"]);
        using var expected = nn.functional.linear(hidden, state["wte.weight"]);
        Assert.True(y.allclose(expected));
        Assert.Equal("d*d+d*vocab+d", CompiledSource.Check(LanguageModel).Model!.ParameterCount.Text);
    }

    [Theory]
    [InlineData("Linear(\"vocab\", Tie = \"wte\"", "Linear(\"vocab\", Tie = \"wt\"", "NDSL0101")]
    [InlineData("Linear(\"vocab\", Tie = \"wte\"", "Linear(\"vocab+1\", Tie = \"wte\"", "NDSL1216")]
    [InlineData("Tie = \"wte\"", "Tie = \"wte\", Normalize = WeightNormalization.Spectral", "NDSL0202")]
    [InlineData("Tie = \"wte\"", "Tie = \"dropPath1\"", "NDSL1216")]
    [InlineData(", DType.Int64", "", "NDSL1102")]
    [InlineData("Tie = \"wte\"", "Tie = \"wte\", Bias = true, Share = \"linear1\"", "NDSL1216")]
    public void Mistakes_have_one_fault(string before, string after, string id)
    {
        Assert.Contains(before, LanguageModel);
        Assert.Equal(id, Assert.Single(CompiledSource.Check(LanguageModel.Replace("global using NeuralDsl;", "").Replace(before, after)).Faults).Descriptor.Id);
    }

    /// <summary>The weight is inside a block of a block, in its hyper-parameters, under other keys, and the block's weights are another one's.</summary>
    private const string OverBlocks = """
        global using NeuralDsl;

        [Model]
        [Hyper("words", 50), Hyper("d", 8)]
        [Input("tokens", "N T", DType.Int64)]
        [Embedding("words", "d", Key = "table", Name = "word"), Tanh]
        [Embedding("words", "d", From = "tokens", Share = "word", Name = "again")]
        public partial class Embeddings;

        [Model]
        [Hyper("words", 50), Hyper("size", 8)]
        [Input("tokens", "N T", DType.Int64)]
        [Block<Embeddings>("d=size", Name = "embeddings"), DropPath(0.1)]
        [Block<Layer>("d=size", Repeat = 2, Name = "layers"), Linear("size", Name = "out")]
        public partial class Encoder;

        [Model]
        [Hyper("d", 8)]
        [Input("x", "N T d")]
        [Linear("d", Name = "mix"), Tanh]
        public partial class Layer;

        [Model]
        [Hyper("vocab", 50)]
        [Input("tokens", "N T", DType.Int64)]
        [Block<Encoder>("words=vocab, size=16", Key = "encoder", Name = "first")]
        [Block<Encoder>("words=vocab, size=16", Share = "first", Name = "bert", From = "tokens")]
        [Linear("vocab", Tie = "bert.embeddings.again", Bias = true, Name = "head")]
        [CrossEntropyLoss, SGD(0.1), Freeze("encoder.layers.*, encoder.out.*, head.*")]
        public partial class Net;
        """;

    /// <summary>It is one parameter, under its owner's name, and a bias of its own is the layer's only one. That it is trained through the head alone is enough for the loss.</summary>
    [Fact]
    public void A_head_uses_a_weight_inside_a_block()
    {
        var model = CompiledSource.Check(OverBlocks, "Net").Model!;
        Assert.Equal("17*vocab+816", model.Costs.Parameters.Text);
        Assert.Equal("16*vocab", model.ParameterCount.Text);
        using var net = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(CompiledSource.Load(OverBlocks).Type("Net"), 50L, null, null)!;
        net.eval();
        var state = net.state_dict();
        Assert.Equal(["encoder.embeddings.table.weight", "encoder.layers.0.mix.weight", "encoder.layers.0.mix.bias", "encoder.layers.1.mix.weight", "encoder.layers.1.mix.bias",
            "encoder.out.weight", "encoder.out.bias", "head.bias"], state.Keys);
        Assert.InRange(state["head.bias"].abs().max().item<float>(), 0.1f, 0.25f);
        using var tokens = randint(50, [2, 3], ScalarType.Int64);
        using var y = net.call(tokens);
        using var rows = state["encoder.embeddings.table.weight"].index_select(0, tokens.flatten());
        var x = rows.reshape(2, 3, 16);
        foreach (var layer in new[] { "layers.0.mix", "layers.1.mix" })
            x = nn.functional.linear(x, state[$"encoder.{layer}.weight"], state[$"encoder.{layer}.bias"]).tanh();
        x = nn.functional.linear(x, state["encoder.out.weight"], state["encoder.out.bias"]);
        using var expected = nn.functional.linear(x, state["encoder.embeddings.table.weight"], state["head.bias"]);
        Assert.True(y.allclose(expected));
    }

    /// <summary>At the characters of the name that is wrong, once.</summary>
    [Theory]
    [InlineData("bert.embedings.again", "NDSL0101", "embedings", "No layer of 'bert' is named 'embedings'; did you mean 'embeddings'?")]
    [InlineData("bert.embeddings.agian", "NDSL0101", "agian", "No layer of 'embeddings' is named 'agian'; did you mean 'again'?")]
    [InlineData("brt.embeddings.again", "NDSL0101", "brt", "No layer is named 'brt'; did you mean 'bert'?")]
    [InlineData("bert.layers.mix", "NDSL1216", "layers", "Linear 'head' cannot share the weights of 'bert.layers.mix': 'layers' is repeated, each time with weights of its own")]
    [InlineData("bert.out.weight", "NDSL1216", "out", "Linear 'head' cannot share the weights of 'bert.out.weight': 'out' is no block")]
    [InlineData("bert.embeddings", "NDSL1216", "bert.embeddings", "Linear 'head' cannot share the weights of 'first.embeddings': that one has no weight with two axes")]
    [InlineData("bert.out", "NDSL1216", "bert.out", "Linear 'head' cannot share the weights of 'first.out': it needs weight [vocab,16], and that one has weight [16,16]")]
    public void What_is_wrong_with_a_path_is_where_it_is(string path, string id, string characters, string message)
    {
        var source = OverBlocks.Replace("global using NeuralDsl;", "").Replace("bert.embeddings.again", path);
        var fault = Assert.Single(CompiledSource.Check(source, "Net").Faults, fault => fault.IsError);
        Assert.Equal(id, fault.Descriptor.Id);
        Assert.StartsWith(message, string.Format(System.Globalization.CultureInfo.InvariantCulture, $"{fault.Descriptor.MessageFormat}", [.. fault.Arguments]));
        Assert.Equal(characters, fault.Location.Length < 0 ? path : path.Substring(fault.Location.Start, fault.Location.Length));
    }

    /// <summary>While training, a row is dropped as a whole, and what is kept keeps the mean.</summary>
    [Fact]
    public void Stochastic_depth_drops_rows()
    {
        random.manual_seed(1);
        using var x = ones(1000, 4);
        using var y = StochasticDepth.Apply(x, 0.25, training: true);
        var rows = Enumerable.Range(0, 1000).Select(row => y[row].data<float>().ToArray()).ToArray();
        Assert.All(rows, row => Assert.Single(row.Distinct()));
        Assert.Equal([0, 1 / 0.75f], rows.Select(row => row[0]).Distinct().Order());
        Assert.InRange(rows.Count(row => row[0] == 0), 200, 300);
        using var same = StochasticDepth.Apply(x, 0.25, training: false);
        Assert.True(same.allclose(x));
    }
}
