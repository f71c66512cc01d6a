namespace NeuralDsl.Tests.Models;

/// <summary>The table of what a model makes and costs.</summary>
public class ModelSummaryTests
{
    private static readonly Architecture Scaled = new(
        "Scaled",
        [TensorField.Input("x", DType.Float32, "N T d")],
        [
            new("wide", "Linear", ["x"], "N T 4*d", DType.Float32, "4*d*d+4*d", "4*N*T*d*d", "4*N*T*d"),
            new("projection", "Linear", ["wide"], "N T 8", DType.Float32, "(32*d+8)*[d!=8]", "32*N*T*d*[d!=8]", "8*N*T*[d!=8]"),
        ],
        ["projection"],
        [],
        new("4*d*d+4*d+(32*d+8)*[d!=8]", "4*d*d+4*d", "0", "4*N*T*d*d+32*N*T*d*[d!=8]", "4*N*T*d+8*N*T*[d!=8]", "0", "1048576*N*T"),
        [new("d", 8)],
        288);

    [Fact]
    public void Sizes_that_are_given_are_numbers()
    {
        var summary = new ModelSummary(Scaled, ("d", 16), ("N", 2), ("T", 1000));
        Assert.Equal(new("wide", "Linear", "[2,1000,64]", "1,088", "2,048,000"), summary.Layers[0]);
        Assert.Equal((1088 + 520, 1088), (summary.Parameters, summary.Trainable));
        Assert.Equal((2_048_000 + 1_024_000, 128_000 + 16_000), (summary.MultiplyAccumulates, summary.Activations));
        Assert.Equal(2000L << 20, summary.TrainingBytes);
    }

    [Fact]
    public void Sizes_that_are_not_given_stay_symbols_and_hyper_parameters_take_their_defaults()
    {
        var summary = new ModelSummary(Scaled, ("N", null));
        Assert.Equal(new("wide", "Linear", "[N,T,32]", "288", "256*N*T"), summary.Layers[0]);
        Assert.Equal(new("projection", "Linear", "[N,T,8]", "", ""), summary.Layers[1]);
        Assert.Equal(288, summary.Parameters);
        Assert.Null(summary.MultiplyAccumulates);
    }

    [Fact]
    public void The_table_is_readable()
    {
        var lines = new ModelSummary(Scaled, ("N", 2), ("T", 4)).ToString().Split('\n')
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            .Where(line => line.Length > 0 && !line.StartsWith('─'));
        Assert.Equal(
            [
                "Scaled",
                "layer operator output parameters multiply-accumulates",
                "x Input [2,4,8]",
                "wide Linear [2,4,32] 288 2,048",
                "projection Linear [2,4,8]",
                "288 2,048",
                "trainable 288, buffers 0, activations 256; a training step takes 8.0 MiB",
            ],
            lines);
    }
}
