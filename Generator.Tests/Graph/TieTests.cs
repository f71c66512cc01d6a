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
    [InlineData("Linear(\"vocab\", Tie = \"wte\"", "Linear(\"vocab\", Bias = true, Tie = \"wte\"", "NDSL0202")]
    [InlineData("Tie = \"wte\"", "Tie = \"wte\", Normalize = WeightNormalization.Spectral", "NDSL0202")]
    [InlineData("Tie = \"wte\"", "Tie = \"dropPath1\"", "NDSL1216")]
    [InlineData(", DType.Int64", "", "NDSL1102")]
    public void Mistakes_have_one_fault(string before, string after, string id)
    {
        Assert.Contains(before, LanguageModel);
        Assert.Equal(id, Assert.Single(CompiledSource.Check(LanguageModel.Replace("global using NeuralDsl;", "").Replace(before, after)).Faults).Descriptor.Id);
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
