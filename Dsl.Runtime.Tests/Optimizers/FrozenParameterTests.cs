using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Optimizers;

/// <summary>Parameters that are frozen, before and after the optimizer is made, are left as they are, by weight decay and momentum too; and so is what is remembered of them.</summary>
public class FrozenParameterTests
{
    [Theory]
    [InlineData("head.*")]
    [InlineData("h.0.*")]
    [InlineData("*.bias")]
    [InlineData("h.*, head.weight")]
    public void Parameters_that_are_frozen_before(string patterns)
    {
        using var models = new FlatModels(model => model.Freeze(patterns));
        models.Train(3);
        models.AssertSame();
        AssertUnchanged(models.Flat, patterns);
        models.Do((model, _) => Thaw(model));
        models.Train(3, from: 3);
        models.AssertSame();
    }

    [Theory]
    [InlineData("head.*")]
    [InlineData("h.0.*")]
    [InlineData("h.1.linear1.weight")]
    [InlineData("*")]
    public void Parameters_that_are_frozen_after_some_steps_and_trained_again(string patterns)
    {
        using var models = new FlatModels();
        models.Train(2);
        var before = models.Flat.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        models.Do((model, _) => model.Freeze(patterns));
        if (patterns != "*")
        {
            models.Train(3, from: 2);
            models.AssertSame();
        }
        foreach (var (name, weight) in models.Flat.state_dict().Where(pair => NamePattern.Matches(patterns, pair.Key)))
            Assert.True(weight.equal(before[name]).all().ToBoolean(), name);
        models.Do((model, _) => Thaw(model));
        models.Train(2, from: 5);
        models.AssertSame();
    }

    [Fact]
    public void Another_part_is_frozen_each_time()
    {
        using var models = new FlatModels();
        foreach (var patterns in new[] { "h.0.*", "*.bias", "head.*", "h.1.linear1.bias, h.0.linear1.weight", "*.weight" })
        {
            models.Do((model, _) => model.Freeze(patterns));
            models.Train(2, from: patterns.Length);
            models.AssertSame();
            models.Do((model, _) => Thaw(model));
        }
        models.Train(2);
        models.AssertSame();
    }

    /// <summary>PyTorch would take that step.</summary>
    [Fact]
    public void What_is_frozen_between_backward_and_step_is_not_stepped()
    {
        using var model = Stacked.Create();
        using var optimizer = model.CreateOptimizer();
        model.TrainStep(Stacked.Rows(0), optimizer);
        using var before = model.head.weight!.clone();
        model.zero_grad();
        model.Backward(Stacked.Rows(1));
        model.Freeze("head.weight");
        model.Step(optimizer);
        Assert.True(model.head.weight!.equal(before).all().ToBoolean());
        Assert.Null(model.head.weight!.grad);
    }

    /// <summary>Gradients take memory: only what is trained has a place for them.</summary>
    [Fact]
    public void What_is_frozen_before_has_no_place_in_the_row()
    {
        using var model = Stacked.Create();
        model.Freeze("h.*");
        using var optimizer = model.CreateOptimizer();
        Assert.Equal(["head.weight", "head.bias"], FlatParameters.Find(model)!.Slots.Select(slot => slot.Name));
        Thaw(model);
        optimizer.Dispose();
        using var next = model.CreateOptimizer();
        Assert.Equal(6, FlatParameters.Find(model)!.Slots.Count);
    }

    private static void Thaw(nn.Module model)
    {
        foreach (var parameter in model.parameters())
            parameter.requires_grad = true;
    }

    private static void AssertUnchanged(Stacked model, string patterns)
    {
        using var fresh = Stacked.Create();
        var first = fresh.state_dict();
        foreach (var (name, weight) in model.state_dict())
            Assert.Equal(NamePattern.Matches(patterns, name), weight.equal(first[name]).all().ToBoolean());
    }
}
