using static TorchSharp.torch.nn;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>Nothing that is made stays when it should not, or goes when it should stay.</summary>
public class LifetimeTests
{
    [Fact]
    public void A_thousand_training_steps_leave_no_tensor()
    {
        using var scope = NewDisposeScope();
        using var model = Sequential(
            Conv2d(1, 4, 3, padding: 1), BatchNorm2d(4), ReLU(), MaxPool2d(2), Flatten(), Dropout(0.2), Linear(64, 10));
        using var optimizer = optim.Adam(model.parameters());
        using var loss = CrossEntropyLoss();
        var images = randn(8, 1, 8, 8);
        var labels = randint(0, 10, [8]);

        for (var i = 0; i < 5; i++)
            Step();
        var before = LiveTensors.Count;
        for (var i = 0; i < 1000; i++)
            Step();
        Assert.Equal(before, LiveTensors.Count);

        void Step()
        {
            using var step = NewDisposeScope();
            optimizer.zero_grad();
            loss.call(model.call(images), labels).backward();
            utils.clip_grad_norm_(model.parameters(), 1.0);
            optimizer.step();
        }
    }

    [Fact]
    public void What_is_forgotten_is_finalized()
    {
        Collect();
        var before = LiveTensors.Count;
        Forget();
        Collect();
        Assert.True(LiveTensors.Count <= before, $"{LiveTensors.Count - before} tensors stayed.");

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Forget()
        {
            for (var i = 0; i < 100; i++)
                _ = ones(10) + 1;
        }

        static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [Fact]
    public void What_is_finalized_may_be_disposed_by_another_finalizer()
    {
        Collect();
        var before = LiveTensors.Count;
        Forget();
        Collect();
        Assert.True(LiveTensors.Count <= before, $"{LiveTensors.Count - before} tensors stayed.");
        using var next = ones(3);
        Assert.Equal(3.0, next.sum().ToDouble());

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Forget()
        {
            for (var i = 0; i < 100; i++)
                _ = new Holder(ones(10));
        }

        static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private sealed class Holder(Tensor held)
    {
        ~Holder() => held.Dispose();
    }

    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor inside, kept, detached;
        using (NewDisposeScope())
        {
            using (var scope = NewDisposeScope())
            {
                inside = ones(2);
                kept = ones(2).MoveToOuterDisposeScope();
                detached = ones(2).DetachFromDisposeScope();
                Assert.Equal(1, scope.DisposablesCount);
                Assert.True(scope.Contains(inside));
                Assert.False(scope.Contains(kept));
            }
            Assert.True(inside.IsInvalid);
            Assert.False(kept.IsInvalid);
        }
        Assert.True(kept.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void A_scope_can_be_emptied_but_for_some()
    {
        using var scope = NewDisposeScope();
        var first = ones(2);
        var second = ones(2);
        Assert.Same(second, scope.DisposeEverythingBut(second));
        Assert.True(first.IsInvalid);
        Assert.False(second.IsInvalid);
        second.Dispose();
        Assert.Equal(0, scope.DisposablesCount);

        var third = ones(2).DetachFromDisposeScope();
        scope.Attach(third);
        scope.DisposeEverything();
        Assert.True(third.IsInvalid);
    }

    [Fact]
    public void Scopes_belong_to_threads()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(2));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        other!.Dispose();
    }

    [Fact]
    public void The_statistics_count()
    {
        DisposeScopeManager.Statistics.Reset();
        var outside = ones(2);
        using (NewDisposeScope())
        {
            ones(2);
            ones(2).Dispose();
            ones(2).DetachFromDisposeScope().Dispose();
        }
        outside.Dispose();
        var counts = DisposeScopeManager.Statistics.TensorStatistics;
        Assert.Equal(1, counts.CreatedOutsideScopeCount);
        Assert.Equal(3, counts.CreatedInScopeCount);
        Assert.Equal(2, counts.DisposedInScopeCount);
        Assert.Equal(2, counts.DisposedOutsideScopeCount);
        Assert.Equal(1, counts.DetachedFromScopeCount);
        Assert.Equal(0, counts.ThreadTotalLiveCount);
    }

    [Fact]
    public void Modules_made_in_a_scope_outlive_it_and_take_their_tensors_along()
    {
        torch.nn.Module<Tensor, Tensor> model;
        using (NewDisposeScope())
            model = Sequential(Linear(3, 2), BatchNorm1d(2)).@double();
        var state = model.state_dict().Values.ToList();
        Assert.All(state, tensor => Assert.False(tensor.IsInvalid));
        model.Dispose();
        Assert.All(state, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Autograd_may_run_on_several_threads()
    {
        Parallel.For(0, 4, _ =>
        {
            using var scope = NewDisposeScope();
            using var layer = Linear(16, 16);
            for (var i = 0; i < 50; i++)
                layer.call(randn(4, 16)).sum().backward();
            Assert.NotNull(layer.weight.grad);
        });
    }
}
