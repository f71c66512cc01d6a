using static TorchSharp.torch.nn;

namespace NeuralDsl.LibTorch.Tests.Parity;

/// <summary>Random numbers, initial values and clipped gradients are PyTorch's.</summary>
public class RandomParityTests
{
    private static readonly Dictionary<string, Func<Tensor>> Samples = new()
    {
        ["rand"] = () => rand(3, 4),
        ["randn"] = () => randn(3, 4),
        ["randint"] = () => randint(2, 9, [3, 4]),
        ["randperm"] = () => randperm(17),
        ["bernoulli"] = () => bernoulli(full(5, 5, 0.3)),
        ["multinomial"] = () => multinomial(tensor([0.1f, 0.5f, 0.4f]), 8, replacement: true),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Initializers = new()
    {
        ["uniform_"] = t => init.uniform_(t, -1, 2),
        ["normal_"] = t => init.normal_(t, 1, 2),
        ["constant_"] = t => init.constant_(t, 3),
        ["kaiming_uniform_"] = t => init.kaiming_uniform_(t, nonlinearity: init.NonlinearityType.ReLU),
        ["kaiming_normal_"] = t => init.kaiming_normal_(t, mode: init.FanInOut.FanOut),
        ["xavier_uniform_"] = t => init.xavier_uniform_(t, 2),
        ["xavier_normal_"] = t => init.xavier_normal_(t),
        ["trunc_normal_"] = t => init.trunc_normal_(t),
        ["orthogonal_"] = t => init.orthogonal_(t),
        ["dirac_"] = t => init.dirac_(t),
        ["eye_"] = t => init.eye_(t.select(2, 0).contiguous()),
        ["sparse_"] = t => init.sparse_(t.select(2, 0).contiguous(), 0.3, 0.1),
    };

    public static TheoryData<string> SampleNames => [.. Samples.Keys];

    public static TheoryData<string> InitializerNames => [.. Initializers.Keys];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_seed_gives_PyTorchs_numbers(string name)
    {
        manual_seed(10);
        PyTorchReference.AssertEqual($"random/{name}", Samples[name]());
    }

    [Theory]
    [MemberData(nameof(InitializerNames))]
    public void An_initializer_draws_PyTorchs_numbers(string name)
    {
        manual_seed(9);
        PyTorchReference.AssertEqual($"init/{name}", Initializers[name](empty(4, 6, 3)));
    }

    [Fact]
    public void The_state_of_the_generator_comes_back()
    {
        manual_seed(4);
        using var state = random.get_rng_state();
        var (number, integer, flag) = (randn_float(), randint_int(5, 1000), randint_bool());
        random.set_rng_state(state);
        Assert.Equal((number, integer, flag), (randn_float(), randint_int(5, 1000), randint_bool()));
        Assert.InRange(rand_float(), 0, 1);
        Assert.InRange(randint_long(3), 0, 2);
    }

    [Fact]
    public void Normalizations_are_fused_like_PyTorchs()
    {
        manual_seed(13);
        using var linear = Linear(5, 4);
        using var norm = BatchNorm1d(4);
        init.normal_(norm.weight!);
        init.normal_(norm.running_mean!);
        linear.eval();
        norm.eval();
        using var fused = utils.fuse_linear_bn_eval(linear, norm);
        PyTorchReference.AssertEqual("fused/linear.weight", fused.weight!);
        PyTorchReference.AssertEqual("fused/linear.bias", fused.bias!);
        var x = randn(3, 5);
        Assert.True(fused.call(x).allclose(norm.call(linear.call(x)), atol: 1e-5));

        var kernel = randn(4, 6, 3, 3);
        var (weight, bias) = utils.fuse_conv_bn_weights(
            kernel, null, norm.running_mean!, norm.running_var!, norm.eps, norm.weight, norm.bias);
        PyTorchReference.AssertEqual("fused/conv.weight", weight);
        PyTorchReference.AssertEqual("fused/conv.bias", bias);
        norm.train();
        Assert.Throws<InvalidOperationException>(() => utils.fuse_linear_bn_eval(linear, norm));
    }

    [Fact]
    public void Gradients_are_clipped_like_PyTorchs()
    {
        manual_seed(11);
        using var layer = Linear(5, 4);
        layer.call(randn(3, 5)).square().sum().backward();
        PyTorchReference.AssertEqual("clip/norm", tensor(utils.clip_grad_norm_(layer.parameters(), 0.5)));
        foreach (var (key, parameter) in layer.named_parameters())
            PyTorchReference.AssertEqual($"clip/{key}", parameter.grad!);
    }
}
