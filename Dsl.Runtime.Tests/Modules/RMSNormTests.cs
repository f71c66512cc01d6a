using NeuralDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Tests.Modules;

/// <summary>What the comparison with PyTorch does not see: other dtypes, and the module after a move.</summary>
public class RMSNormTests
{
    [Fact]
    public void The_scale_moves_with_the_module()
    {
        using var norm = new RMSNorm([4]).to(float64);
        using var x = ones(2, 4, dtype: float64);
        using var y = norm.call(x);
        Assert.Equal(["weight"], norm.state_dict().Keys);
        Assert.Equal((ScalarType.Float64, ScalarType.Float64), (norm.weight!.dtype, y.dtype));
        Assert.Equal(1, y.mean().item<double>(), precision: 12);
    }

    /// <summary>300² is beyond Float16, whose largest number is 65504.</summary>
    [Fact]
    public void Squares_of_16_bit_numbers_do_not_overflow()
    {
        using var norm = new RMSNorm([4], elementwiseAffine: false);
        using var x = full([2, 4], 300, dtype: ScalarType.Float16);
        using var y = norm.call(x);
        using var mean = y.to(float32).mean();
        Assert.Equal(ScalarType.Float16, y.dtype);
        Assert.Equal(1, mean.item<float>(), precision: 3);
        Assert.Null(norm.weight);
    }
}
