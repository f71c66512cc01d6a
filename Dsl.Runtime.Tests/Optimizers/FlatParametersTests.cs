using NeuralDsl.Tests.Models;
using TorchSharp.Modules;

namespace NeuralDsl.Tests.Optimizers;

/// <summary>What becomes of a model whose parameters lie in a row.</summary>
public sealed class FlatParametersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_parameter_stays_what_it_was()
    {
        using Stacked model = Stacked.Create(), fresh = Stacked.Create();
        var before = model.named_parameters().ToArray();
        using var optimizer = model.CreateOptimizer();
        var after = model.named_parameters().ToArray();
        Assert.Equal(before.Select(pair => pair.name), after.Select(pair => pair.name));
        Assert.All(before.Zip(after), pair => Assert.Same(pair.First.parameter, pair.Second.parameter));
        Assert.All(after, pair => Assert.True(pair.parameter.is_leaf && pair.parameter.requires_grad && pair.parameter.is_contiguous()));
        Assert.All(after, pair => Assert.Null(pair.parameter.grad));
        FlatModels.AssertSame(fresh, model);
    }

    /// <summary>Weights first, since they are a group of their own; each begins at a multiple of 64 bytes, and between two there are zeros.</summary>
    [Fact]
    public void Parameters_and_gradients_are_views_of_two_vectors()
    {
        using var model = Stacked.Create();
        using var optimizer = model.CreateOptimizer();
        model.TrainStep(Stacked.Rows(0), optimizer);
        var flat = FlatParameters.Find(model)!;
        var buffer = Assert.Single(flat.Buffers);
        Assert.Equal(["h.0.linear1.weight", "h.1.linear1.weight", "head.weight", "h.0.linear1.bias", "h.1.linear1.bias", "head.bias"], flat.Slots.Select(slot => slot.Name));
        Assert.All(flat.Slots, slot => Assert.Equal(0, slot.Begin * sizeof(double) % 64));
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        AssertViews(buffer.Values, parameter => parameter);
        AssertViews(buffer.Gradients, parameter => parameter.grad!);

        void AssertViews(Tensor row, Func<Parameter, Tensor> of)
        {
            var outside = row.clone();
            foreach (var slot in flat.Slots)
            {
                Assert.True(row.narrow(0, slot.Begin, slot.Length).view(slot.Shape).equal(of(slot.Parameter)).all().ToBoolean(), slot.Name);
                outside.narrow(0, slot.Begin, slot.Length).zero_();
            }
            Assert.Equal(0, outside.abs().max().ToDouble());
            row.fill_(7);
            Assert.All(flat.Slots, slot => Assert.True(of(slot.Parameter).eq(7).all().ToBoolean()));
        }
    }

    [Fact]
    public void Weights_are_saved_and_loaded()
    {
        using Stacked model = Stacked.Create(), other = new(layers: 2, dtype: ScalarType.Float64);
        using var optimizer = model.CreateOptimizer();
        using var otherOptimizer = other.CreateOptimizer();
        model.TrainStep(Stacked.Rows(0), optimizer);
        model.Save(folder["weights.safetensors"]);
        other.Load(folder["weights.safetensors"]);
        FlatModels.AssertSame(model, other);
        model.TrainStep(Stacked.Rows(1), optimizer);
        model.save(folder["weights.dat"]);
        other.load(folder["weights.dat"]);
        FlatModels.AssertSame(model, other);
        model.TrainStep(Stacked.Rows(2), optimizer);
        other.load_state_dict(model.state_dict());
        FlatModels.AssertSame(model, other);
        using var plain = Stacked.Create();
        plain.load_state_dict(model.state_dict());
        using var plainOptimizer = plain.CreatePlainOptimizer();
        other.TrainStep(Stacked.Rows(3), otherOptimizer);
        plain.TrainStep(Stacked.Rows(3), plainOptimizer);
        FlatModels.AssertSame(plain, other);
    }

    [Fact]
    public void A_weight_with_two_names_lies_there_once()
    {
        random.manual_seed(1);
        using var model = new Tied();
        random.manual_seed(1);
        using var plain = new Tied();
        using var optimizer = model.CreateOptimizer();
        using var plainOptimizer = optim.SGD(plain.parameters(), 0.1);
        Assert.Equal(plain.parameters().Count(), FlatParameters.Find(model)!.Slots.Count);
        for (var step = 0; step < 3; step++)
        {
            using var scope = NewDisposeScope();
            random.manual_seed(step);
            var batch = new Tied.Batch(randint(8, [5, 3], ScalarType.Int64), randint(8, [5, 3], ScalarType.Int64));
            Assert.Equal(plain.TrainStep(batch, plainOptimizer), model.TrainStep(batch, optimizer), 1e-5);
        }
    }

    /// <summary>In PyTorch a parameter without gradient is skipped, whatever the decay; and gradients that are sparse stay sparse.</summary>
    [Fact]
    public void What_the_loss_does_not_reach_is_left_as_it_is()
    {
        random.manual_seed(1);
        using var model = new Partial();
        random.manual_seed(1);
        using var plain = new Partial();
        using var fresh = model.unused.weight!.clone();
        using var optimizer = model.CreateOptimizer();
        using var plainOptimizer = optim.SGD(
        [
            new SGD.ParamGroup(ParameterSelection.Select(plain, except: "table.*"), 0.1, momentum: 0.9, weight_decay: 0.1),
            new SGD.ParamGroup(ParameterSelection.Select(plain, only: "table.*"), 0.1),
        ], 0.1);
        for (var step = 0; step < 4; step++)
        {
            using var scope = NewDisposeScope();
            random.manual_seed(step);
            var batch = new Partial.Batch(randint(16, [5, 3], ScalarType.Int64), randn(5, 1));
            Assert.Equal(plain.TrainStep(batch, plainOptimizer), model.TrainStep(batch, optimizer), 1e-6);
            Assert.True(model.table.weight!.grad!.is_sparse);
            Assert.Null(model.unused.weight!.grad);
        }
        Assert.True(fresh.equal(model.unused.weight!).all().ToBoolean());
        foreach (var (expected, found) in plain.parameters().Zip(model.parameters()))
            Assert.True(expected.allclose(found));
    }

    [Fact]
    public void A_model_is_converted_before_and_after()
    {
        random.manual_seed(1);
        using var model = new Stacked(layers: 2);
        using var first = model.CreateOptimizer();
        model.to(ScalarType.Float64);
        var exception = Assert.Throws<InvalidOperationException>(() => model.TrainStep(Stacked.Rows(0), first));
        Assert.Equal(
            "Stacked has another parameter 'h.0.linear1.weight' than when the optimizer was made: the model was moved, converted or disposed, or the weight was replaced. Make the optimizer anew, with CreateOptimizer.",
            exception.Message);
        Assert.Throws<InvalidOperationException>(() => first.step());

        using var second = model.CreateOptimizer();
        using var plain = Stacked.Create();
        plain.load_state_dict(model.state_dict());
        using var plainOptimizer = plain.CreatePlainOptimizer();
        for (var step = 0; step < 3; step++)
        {
            model.TrainStep(Stacked.Rows(step), second);
            plain.TrainStep(Stacked.Rows(step), plainOptimizer);
        }
        FlatModels.AssertSame(plain, model);
        Assert.Throws<InvalidOperationException>(() => first.step());
    }

    [Fact]
    public void A_weight_that_is_replaced_asks_for_another_optimizer()
    {
        using var model = Stacked.Create();
        using var optimizer = model.CreateOptimizer();
        model.head.weight = new Parameter(ones(1, 8, ScalarType.Float64));
        Assert.Contains("'head.weight'", Assert.Throws<InvalidOperationException>(() => model.TrainStep(Stacked.Rows(0), optimizer)).Message);
        using var next = model.CreateOptimizer();
        model.TrainStep(Stacked.Rows(0), next);
        Assert.False(model.head.weight.eq(1).any().ToBoolean());
    }

    [Fact]
    public void Several_optimizers_of_a_model_step_the_same_row()
    {
        using var model = Stacked.Create();
        var first = model.CreateOptimizer();
        var flat = FlatParameters.Find(model);
        using var second = model.CreateOptimizer();
        Assert.Same(flat, FlatParameters.Find(model));
        first.Dispose();
        first.Dispose();
        Assert.Same(flat, FlatParameters.Find(model));
        using var before = model.head.weight!.clone();
        model.TrainStep(Stacked.Rows(0), second);
        Assert.False(before.eq(model.head.weight!).any().ToBoolean());
        second.Dispose();
        Assert.Null(FlatParameters.Find(model));
        using var loss = model.Loss(Stacked.Rows(1));
        loss.backward();
        model.zero_grad();
        Assert.All(model.parameters(), parameter => Assert.Null(parameter.grad));
    }

    /// <summary>What lies in one row is not taken from there: the other optimizer steps it by itself.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_part_of_a_model_may_have_an_optimizer_of_its_own(bool partFirst)
    {
        using Stacked model = Stacked.Create(), plain = Stacked.Create();
        using var first = partFirst ? OfPart() : model.CreateOptimizer();
        using var second = partFirst ? model.CreateOptimizer() : OfPart();
        using var plainPart = optim.SGD(plain.h[0].parameters(), 0.1, momentum: 0.9);
        using var plainWhole = plain.CreatePlainOptimizer();
        for (var step = 0; step < 4; step++)
        {
            model.TrainStep(Stacked.Rows(step), step % 2 == 0 ? first : second);
            plain.TrainStep(Stacked.Rows(step), step % 2 == 0 == partFirst ? plainPart : plainWhole);
        }
        FlatModels.AssertSame(plain, model);

        optim.Optimizer OfPart() => new NeuralDsl.Optimizers.SGD(FlatParameters.Of(model.h[0]).Select(), 0.1, momentum: 0.9);
    }

    [Fact]
    public void A_group_is_added_later()
    {
        using Stacked model = Stacked.Create(), plain = Stacked.Create();
        using var optimizer = new NeuralDsl.Optimizers.SGD(FlatParameters.Of(model, ("h.*", null)).Select(only: "h.*"), 0.1);
        using var expected = optim.SGD(plain.h.parameters(), 0.1);
        optimizer.add_param_group(new SGD.ParamGroup(FlatParameters.Of(model).Select(only: "head.*"), 0.2, momentum: 0.5));
        expected.add_param_group(new SGD.ParamGroup(plain.head.parameters(), 0.2, momentum: 0.5));
        Assert.Equal(expected.parameters().Select(parameter => parameter.numel()), optimizer.parameters().Select(parameter => parameter.numel()));
        for (var step = 0; step < 3; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            expected.zero_grad();
            model.Loss(Stacked.Rows(step)).backward();
            plain.Loss(Stacked.Rows(step)).backward();
            optimizer.step();
            expected.step();
        }
        FlatModels.AssertSame(plain, model);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_left_behind(bool optimizerFirst)
    {
        var batch = Stacked.Rows(0);
        var before = LiveTensors.CountAfterCollection();
        var model = Stacked.Create();
        var optimizer = model.CreateOptimizer();
        for (var step = 0; step < 3; step++)
            model.TrainStep(batch, optimizer);
        model.Freeze("h.0.*");
        model.TrainStep(batch, optimizer);
        foreach (IDisposable owner in optimizerFirst ? [optimizer, model] : new IDisposable[] { model, optimizer })
            owner.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    /// <summary>What a step allocates beside forward and backward does not depend on the number of layers.</summary>
    [Fact]
    public void A_step_allocates_as_much_for_many_layers_as_for_few() => Assert.Equal(AllocatedBySteps(4), AllocatedBySteps(40));

    private static long AllocatedBySteps(long layers)
    {
        using var model = Stacked.Create(layers);
        using var optimizer = model.CreateOptimizer();
        var batch = Stacked.Rows(0);
        var allocated = 0L;
        for (var i = 0; i < 20; i++)
        {
            var begin = GC.GetAllocatedBytesForCurrentThread();
            using var step = TrainingStep.Begin(model);
            var begun = GC.GetAllocatedBytesForCurrentThread();
            model.Backward(batch);
            var computed = GC.GetAllocatedBytesForCurrentThread();
            model.Step(optimizer);
            // The first steps make what later ones use.
            if (i >= 10)
                allocated += GC.GetAllocatedBytesForCurrentThread() - computed + begun - begin;
        }
        return allocated;
    }
}
