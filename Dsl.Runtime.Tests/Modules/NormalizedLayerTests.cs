using NeuralDsl.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Tests.Modules;

/// <summary>What the comparison with PyTorch does not see: the module after a move, several passes, other layers.</summary>
public class NormalizedLayerTests
{
    [Fact]
    public void Parameters_and_vectors_move_with_the_module()
    {
        using var layer = new SpectralNorm(nn.Conv2d(4, 6, 3)).to(float64);
        using var x = ones([2, 4, 5, 5], dtype: float64);
        using var y = layer.call(x);
        Assert.Equal(["bias", "weight_orig", "weight_u", "weight_v"], layer.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.All(layer.state_dict().Values.Append(y), tensor => Assert.Equal(float64, tensor.dtype));
        Assert.Equal(["bias", "weight_orig"], layer.named_parameters().Select(parameter => parameter.name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Weight_normalization_begins_as_the_layer_and_keeps_its_names_when_it_moves()
    {
        using var plain = nn.Linear(5, 4);
        using var x = randn(3, 5);
        using var expected = plain.call(x);
        using var twin = nn.Linear(5, 4);
        twin.load_state_dict(plain.state_dict());
        using var layer = new WeightNorm(twin);
        using var y = layer.call(x);
        Assert.True(y.allclose(expected, rtol: 1e-5, atol: 1e-6));
        layer.to(float64);
        Assert.Equal(["bias", "weight_g", "weight_v"], layer.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Equal((float64, float64), (layer.weight_g.dtype, layer.weight_v.dtype));
    }

    /// <summary>A critic sees real and made examples before the gradients are computed, and the second pass changes the vectors.</summary>
    [Fact]
    public void Gradients_go_through_two_passes()
    {
        manual_seed(1);
        using var layer = new SpectralNorm(nn.Linear(5, 4));
        using var x = randn(3, 5);
        using var before = layer.weight_u.clone();
        using var first = layer.call(x).sum();
        using var second = layer.call(x).sum();
        using var difference = first + second;
        difference.backward();
        Assert.False(before.allclose(layer.weight_u));
        Assert.NotNull(layer.weight_orig.grad);
    }

    /// <summary>After many iterations the largest singular value of the weight is 1: no vector gets longer.</summary>
    [Fact]
    public void The_largest_singular_value_becomes_1()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var layer = new SpectralNorm(nn.Linear(6, 4, hasBias: false));
        using var x = eye(6);
        for (var pass = 0; pass < 200; pass++)
            layer.call(x);
        layer.eval();
        var (_, values, _) = linalg.svd(layer.call(x));
        Assert.Equal(1, values.max().item<float>(), precision: 4);
    }

    [Fact]
    public void Other_layers_have_no_weight_to_normalize() =>
        Assert.Contains("ReLU", Assert.Throws<ArgumentException>(() => new WeightNorm(nn.ReLU())).Message);
}
