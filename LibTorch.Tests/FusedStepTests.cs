using System.Runtime.InteropServices;
using NeuralDsl.LibTorch.Tests.Parity;
using static TorchSharp.torch.optim;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>A step in one pass is the step that is composed of operators, whatever the tensors look like.</summary>
public class FusedStepTests
{
    public static TheoryData<string> Names => [.. OptimizerParityTests.Optimizers.Keys.Where(name => !name.StartsWith("LBFGS"))];

    [Theory, MemberData(nameof(Names))]
    public void Half_the_precision_is_composed_and_double_is_not(string name)
    {
        using var scope = NewDisposeScope();
        var single = Run(name, ScalarType.Float32, start => start, 6);
        var twice = Run(name, ScalarType.Float64, start => start, 6);
        var half = Run(name, ScalarType.BFloat16, start => start, 6);
        AssertClose(single, twice, 1e-4);
        AssertClose(single, half, 0.05);
    }

    [Theory, MemberData(nameof(Names))]
    public void Elements_need_not_lie_side_by_side(string name)
    {
        using var scope = NewDisposeScope();
        var plain = Run(name, ScalarType.Float32, start => start, 4);
        var transposed = Run(name, ScalarType.Float32, start => start.t().contiguous().t(), 4);
        var apart = Run(name, ScalarType.Float32, start => start.new_zeros(40, 75)[TensorIndex.Slice(step: 2), TensorIndex.Slice(step: 3)].copy_(start), 4);
        AssertClose(plain, transposed, 1e-6);
        AssertClose(plain, apart, 1e-6);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_large_parameter_is_cut_for_threads(string name)
    {
        using var scope = NewDisposeScope();
        // A large one of equal parts: every part must move like the first.
        var part = randn(1000) * 0.1;
        var gradient = randn(1000) * 0.1;
        var parameter = new Parameter(part.repeat(101));
        var optimizer = OptimizerParityTests.Optimizers[name]([parameter]);
        for (var i = 0; i < 3; i++)
        {
            parameter.grad = gradient.repeat(101);
            optimizer.step();
        }
        using var _ = no_grad();
        var parts = parameter.view(101, 1000);
        Assert.True(parts.sub(parts[0]).abs().max().ToDouble() < 1e-6);
        Assert.True(parts[0].sub(part).abs().max().ToDouble() > 1e-4);
    }

    [Theory, MemberData(nameof(Names))]
    public void Without_a_gradient_nothing_moves(string name)
    {
        using var scope = NewDisposeScope();
        var moving = new Parameter(ones(5));
        var still = new Parameter(ones(5));
        var optimizer = OptimizerParityTests.Optimizers[name]([still, moving]);
        moving.grad = ones(5);
        optimizer.step();
        Assert.True(still.Equals(ones(5)));
        Assert.False(moving.Equals(ones(5)));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_step_leaves_next_to_nothing_to_collect(string name)
    {
        using var scope = NewDisposeScope();
        Assert.InRange(Allocated(1), 0, 400);
        Assert.InRange(Allocated(40), 0, 400);

        double Allocated(int count)
        {
            var parameters = Enumerable.Range(0, count).Select(_ => new Parameter(randn(30))).ToArray();
            foreach (var parameter in parameters)
                parameter.grad = randn(30);
            var optimizer = OptimizerParityTests.Optimizers[name](parameters);
            return Allocation.PerCall(() => optimizer.step(), 10);
        }
    }

    [Fact]
    public void Autograd_notices_that_a_parameter_has_moved()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(3));
        var optimizer = SGD([parameter], 0.1);
        var squares = (parameter * parameter).sum();
        parameter.grad = ones(3);
        optimizer.step();
        var error = Assert.Throws<ExternalException>(squares.backward);
        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Zeros_and_nothing_are_both_no_gradient(bool take)
    {
        using var scope = NewDisposeScope();
        var layer = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.Linear(2, 1));
        layer.call(randn(4, 3)).sum().backward();
        layer.zero_grad(take);
        Assert.All(layer.parameters(), parameter => Assert.Equal(take, parameter.grad is null));
        if (!take)
            Assert.All(layer.parameters(), parameter => Assert.Equal(0.0, parameter.grad!.abs().sum().ToDouble()));
    }

    [Fact]
    public void The_norm_of_one_gradient_is_that_of_its_parts()
    {
        using var scope = NewDisposeScope();
        var whole = new Parameter(zeros(1000));
        whole.grad = randn(1000);
        var parts = whole.grad.chunk(4).Select(part => new Parameter(zeros(250)) { grad = part.clone() }).ToArray();
        var norm = nn.utils.clip_grad_norm_([whole], 2.0);
        Assert.Equal(norm, nn.utils.clip_grad_norm_(parts, 2.0), 4);
        Assert.Equal(2.0, whole.grad!.norm().ToDouble(), 4);
        Assert.True(cat([.. parts.Select(part => part.grad!)]).allclose(whole.grad!));
        Assert.Equal(2.0, nn.utils.clip_grad_norm_([whole], 3.0), 4);
        Assert.Equal(2.0, whole.grad!.norm().ToDouble(), 4);
    }

    // The parameter after some steps along gradients that are the same for every type.
    private static Tensor Run(string name, ScalarType type, Func<Tensor, Tensor> place, int steps)
    {
        manual_seed(3);
        var start = (randn(20, 25) * 0.1).to(ScalarType.BFloat16).to(type);
        var parameter = new Parameter(place(start));
        var optimizer = OptimizerParityTests.Optimizers[name]([parameter]);
        for (var i = 0; i < steps; i++)
        {
            parameter.grad = (randn(20, 25) * 0.5).to(ScalarType.BFloat16).to(type);
            optimizer.step();
        }
        return parameter.detach().to(ScalarType.Float64);
    }

    private static void AssertClose(Tensor expected, Tensor actual, double tolerance)
    {
        var difference = expected.sub(actual).abs().max().ToDouble();
        var scale = expected.abs().max().ToDouble();
        Assert.True(difference <= tolerance * scale, FormattableString.Invariant($"differs by {difference:g3} of {scale:g3}"));
    }
}
