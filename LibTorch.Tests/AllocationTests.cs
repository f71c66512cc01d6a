namespace NeuralDsl.LibTorch.Tests;

/// <summary>What a call leaves to the garbage collector: an object for each tensor that it makes, without a finalizer, and no more.</summary>
public sealed class AllocationTests : IDisposable
{
    // A header, the type and one reference.
    private const int TensorBytes = 24;

    private readonly Tensor left = randn(4, 4);
    private readonly Tensor right = randn(4, 4);
    private readonly Tensor bias = randn(4);
    private readonly Parameter parameter = new(randn(4, 4)) { grad = randn(4, 4) };
    private readonly IDisposable guard = no_grad();

    public void Dispose()
    {
        guard.Dispose();
        foreach (var tensor in new[] { left, right, bias, parameter })
            tensor.Dispose();
    }

    private Dictionary<string, Action> Calls => new()
    {
        ["add"] = () => left.add(right).Dispose(),
        ["+"] = () => (left + right).Dispose(),
        ["* 0.37"] = () => (left * 0.37).Dispose(),
        ["addmm"] = () => addmm(bias, left, right, 1, 1).Dispose(),
        ["linear"] = () => nn.functional.linear(left, right, bias).Dispose(),
        ["relu"] = () => nn.functional.relu(left).Dispose(),
        ["t"] = () => left.t().Dispose(),
        ["detach"] = () => left.detach().Dispose(),
        ["sum"] = () => left.sum().Dispose(),
        ["narrow"] = () => left.narrow(0, 1, 2).Dispose(),
        ["transpose"] = () => left.transpose(0, 1).Dispose(),
        ["grad"] = () => parameter.grad!.Dispose(),
        ["alias"] = () => left.alias().Dispose(),
    };

    private Dictionary<string, Action> CallsInPlace => new()
    {
        ["add_"] = () => left.add_(right, 0.37),
        ["mul_"] = () => left.mul_(0.99),
        ["relu_"] = () => left.relu_(),
        ["zero_"] = () => left.zero_(),
        ["copy_"] = () => left.copy_(right),
        ["addmm_"] = () => left.addmm_(right, right, 1, 0.1f),
        ["dtype"] = () => _ = left.dtype,
        ["size"] = () => left.size(1),
        ["item"] = () => left.ReadCpuSingle(0),
        ["requires_grad"] = () => _ = parameter.requires_grad,
    };

    public static TheoryData<string> Names
    {
        get
        {
            using var tests = new AllocationTests();
            return [.. tests.Calls.Keys];
        }
    }

    public static TheoryData<string> NamesInPlace
    {
        get
        {
            using var tests = new AllocationTests();
            return [.. tests.CallsInPlace.Keys];
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_call_allocates_its_tensor(string name) => Assert.InRange(Allocation.PerCall(Calls[name]), TensorBytes - 1, TensorBytes + 1);

    [Theory, MemberData(nameof(NamesInPlace))]
    public void A_call_in_place_allocates_nothing(string name) => Assert.InRange(Allocation.PerCall(CallsInPlace[name]), 0, 1);

    [Fact]
    public void A_number_is_read_without_an_object()
    {
        using var sum = left.sum();
        Assert.InRange(Allocation.PerCall(() => sum.ToDouble()), 0, 1);
        Assert.InRange(Allocation.PerCall(() => sum.ToSingle()), 0, 1);
        Assert.InRange(Allocation.PerCall(() => sum.item<float>()), 0, 1);
    }

    [Fact]
    public void A_scope_allocates_itself_alone() =>
        Assert.InRange(
            Allocation.PerCall(() =>
            {
                using var scope = NewDisposeScope();
                left.add(right);
                left.mul(right);
            }),
            2 * TensorBytes, 2 * TensorBytes + 48);

    [Fact]
    public void Tensors_that_another_thread_disposes_cost_no_more()
    {
        const int Count = 300;
        using var full = new SemaphoreSlim(0);
        using var empty = new SemaphoreSlim(0);
        var made = new Tensor[Count];
        var rounds = 10;
        var disposing = new Thread(() =>
        {
            for (var round = 0; round < rounds; round++)
            {
                full.Wait();
                Array.ForEach(made, tensor => tensor.Dispose());
                empty.Release();
            }
        });
        disposing.Start();
        long bytes = 0;
        for (var round = 0; round < rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Count; i++)
                made[i] = left.detach();
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            full.Release();
            empty.Wait();
        }
        disposing.Join();
        Assert.InRange(bytes, Count * TensorBytes, Count * TensorBytes + 1000);
    }
}
