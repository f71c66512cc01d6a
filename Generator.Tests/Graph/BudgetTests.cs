using System.Globalization;
using NeuralDsl.Diagnostics;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Graph;

/// <summary>What models cost, and budgets for it.</summary>
public class BudgetTests
{
    /// <summary>weights 8·16 + 16; with Adam each is held four times, and everything in four bytes.</summary>
    [Theory]
    [InlineData("", 144, "128*N", "16*N", 0, "160*N+1152")]
    [InlineData("[Adam]", 144, "128*N", "16*N", 288, "160*N+2304")]
    [InlineData("[SGD(0.1, Momentum = 0.9)]", 144, "128*N", "16*N", 144, "160*N+1728")]
    public void Costs_are_expressions(string optimizer, long parameters, string products, string activations, long state, string bytes)
    {
        var costs = CompiledSource.Check($"""
            [Model]
            [Input("x", "N 8")]
            [Linear(16)]
            [MSELoss]
            {optimizer}
            public partial class Net;
            """).Model!.Costs;
        Assert.Equal(parameters, costs.Parameters.Constant);
        Assert.Equal(products, costs.MultiplyAccumulates.Text);
        Assert.Equal(activations, costs.Activations.Text);
        Assert.Equal(state, costs.OptimizerState.Constant);
        Assert.Equal(bytes, costs.TrainingBytes.Text);
    }

    /// <summary>What a block costs counts once a repetition; shared weights count once, and their work each time.</summary>
    [Fact]
    public void Blocks_and_shared_weights_are_counted()
    {
        var costs = CompiledSource.Check("""
            [Model]
            [Input("x", "N 8")]
            [Block<Unit>(Repeat = 3)]
            [Linear(8, Name = "shared"), ReLU, Linear(8, Share = "shared")]
            [Freeze("shared.*")]
            public partial class Net;
            """, "Net", """
            [Model]
            [Input("x", "N 8")]
            [Linear(8), BatchNorm1d, Flatten]
            public partial class Unit;
            """).Model!.Costs;
        Assert.Equal((3 * (72 + 16)) + 72, costs.Parameters.Constant);
        Assert.Equal(3 * (72 + 16), costs.Trainable.Constant);
        Assert.Equal(3 * 17, costs.Buffers.Constant);
        Assert.Equal("320*N", costs.MultiplyAccumulates.Text);
        Assert.Equal("72*N", costs.Activations.Text);
    }

    /// <summary>Weight normalization trains the lengths besides; the vectors of spectral normalization are not trained.</summary>
    [Fact]
    public void Normalized_weights_are_counted()
    {
        var costs = CompiledSource.Check("""
            [Model]
            [Input("image", "N C=4 H=8 W=8")]
            [Conv2d(6, 3, Normalize = WeightNormalization.Weight), ReLU]
            [ConvTranspose2d(8, 2, Groups = 2, Normalize = WeightNormalization.Spectral), ReLU]
            [Flatten, Linear(3, Bias = false, Normalize = WeightNormalization.Spectral)]
            public partial class Net;
            """).Model!.Costs;
        Assert.Equal((6 * 36) + 6 + 6 + (6 * 16) + 8 + (3 * 392), costs.Parameters.Constant);
        Assert.Equal(4 + (6 * 4) + 3 + 392, costs.Buffers.Constant);
    }

    [Theory]
    [InlineData("Parameters = 649")]
    [InlineData("Macs = 608, Sizes = \"N=1\"")]
    [InlineData("Macs = 6_080, Sizes = \"N=10\"")]
    [InlineData("Memory = \"1 GB\", Sizes = \"N=32\"")]
    [InlineData("Memory = \"0.5 MiB\", Sizes = \"N=32\"")]
    public void A_model_within_its_budget_passes(string budget) => Assert.Empty(Faults(budget));

    [Theory]
    [InlineData("Parameters = 648", "NDSL1401", "'Net' takes 649 parameters, more than its budget of 648; most of it in 'big' 352, 'small' 297")]
    [InlineData("Macs = 607, Sizes = \"N=1\"", "NDSL1401", "'Net' takes 608 multiply-accumulates with N = 1, more than its budget of 607; most of it in 'big' 320, 'small' 288")]
    [InlineData("Macs = 608", "NDSL1402", "The budget's Macs depends on N, whose size it does not say; add it to Sizes, such as Sizes = \"N=32\"")]
    [InlineData("Memory = \"1 MB\", Sizes = \"N=32\"", null, "")]
    [InlineData("Memory = \"8 KB\", Sizes = \"N=32\"", "NDSL1401", "; the largest batch that fits is 11")]
    [InlineData("Memory = \"5 KB\", Sizes = \"N=32\"", "NDSL1401", "; not even a batch of 1 fits")]
    [InlineData("Memory = \"8\", Sizes = \"N=32\"", "NDSL0202", "an amount such as")]
    [InlineData("Memory = \"8 KB\", Sizes = \"32\"", "NDSL0202", "sizes such as")]
    [InlineData("Memory = \"8 KB\", Sizes = \"N=\"", "NDSL0201", "")]
    [InlineData("Parameters = 0", "NDSL0202", "at least 1")]
    public void A_model_above_its_budget_is_an_error(string budget, string? id, string message)
    {
        var faults = Faults(budget);
        if (id is null)
        {
            Assert.Empty(faults);
            return;
        }
        var fault = Assert.Single(faults);
        Assert.Equal(id, fault.Descriptor.Id);
        Assert.Contains(message, string.Format(CultureInfo.InvariantCulture, $"{fault.Descriptor.MessageFormat}", [.. fault.Arguments]));
    }

    private static IReadOnlyList<Fault> Faults(string budget) => [.. CompiledSource.Check($"""
        [Model]
        [Input("x", "N 10")]
        [Linear(32, Name = "big"), Linear(9, Name = "small"), ReLU]
        [Budget({budget})]
        public partial class Net;
        """).Faults.Where(fault => fault.IsError)];
}
