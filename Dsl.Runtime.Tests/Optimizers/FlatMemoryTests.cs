using NeuralDsl.Tests.Models;
using TorchSharp.Modules;

namespace NeuralDsl.Tests.Optimizers;

/// <summary>What an optimizer remembers is kept parameter by parameter, so that it does not matter which ones lay in a row.</summary>
public class FlatMemoryTests
{
    [Fact]
    public void An_optimizer_goes_on_with_what_another_remembers()
    {
        using var models = new FlatModels();
        models.Train(3);
        using var scope = NewDisposeScope();
        var kept = OptimizerMemory.Read((OptimizerHelper)models.Optimizer).ToDictionary(pair => pair.Name, pair => pair.Value.clone());

        using Stacked flat = Stacked.Create(), plain = Stacked.Create();
        flat.load_state_dict(models.Flat.state_dict());
        plain.load_state_dict(models.Flat.state_dict());
        using var flatOptimizer = flat.CreateOptimizer();
        using var plainOptimizer = plain.CreatePlainOptimizer();
        OptimizerMemory.Write(flatOptimizer, name => kept.GetValueOrDefault(name)?.clone());
        OptimizerMemory.Write(plainOptimizer, name => kept.GetValueOrDefault(name)?.clone());
        Assert.Equal(2, ((IFlatOptimizer)flatOptimizer).Flat.Segments.Count);
        models.Train(2, from: 3);
        for (var step = 3; step < 5; step++)
        {
            flat.TrainStep(Stacked.Rows(step), flatOptimizer);
            plain.TrainStep(Stacked.Rows(step), plainOptimizer);
        }
        FlatModels.AssertSame(models.Flat, flat);
        FlatModels.AssertSame(models.Flat, plain);
    }

    /// <summary>A parameter that was frozen for a while has taken fewer steps than its neighbours.</summary>
    [Fact]
    public void Neighbours_that_took_different_numbers_of_steps_go_on_apart()
    {
        using var models = new FlatModels();
        models.Train(2);
        models.Do((model, _) => model.Freeze("h.1.*"));
        models.Train(2, from: 2);
        models.Do((model, _) =>
        {
            foreach (var parameter in model.parameters())
                parameter.requires_grad = true;
        });
        using var scope = NewDisposeScope();
        var kept = OptimizerMemory.Read((OptimizerHelper)models.Optimizer).ToDictionary(pair => pair.Name, pair => pair.Value.clone());
        using var flat = Stacked.Create();
        flat.load_state_dict(models.Flat.state_dict());
        using var optimizer = flat.CreateOptimizer();
        OptimizerMemory.Write(optimizer, name => kept.GetValueOrDefault(name)?.clone());
        Assert.Equal(6, ((IFlatOptimizer)optimizer).Flat.Segments.Count);
        models.Train(2, from: 4);
        for (var step = 4; step < 6; step++)
            flat.TrainStep(Stacked.Rows(step), optimizer);
        FlatModels.AssertSame(models.Plain, flat);
    }

    [Fact]
    public void Every_optimizer_keeps_the_same_as_one_over_each_parameter()
    {
        foreach (var (name, flat, plain) in Optimizers)
        {
            using Stacked first = Stacked.Create(), second = Stacked.Create();
            using var optimizer = flat(FlatParameters.Of(first).Select());
            using var expected = plain(second.parameters());
            for (var step = 0; step < 2; step++)
            {
                first.TrainStep(Stacked.Rows(step), optimizer);
                second.TrainStep(Stacked.Rows(step), expected);
            }
            using var scope = NewDisposeScope();
            var wanted = OptimizerMemory.Read(expected).ToDictionary();
            var found = OptimizerMemory.Read(optimizer).ToDictionary();
            Assert.Equal(wanted.Keys.Order(), found.Keys.Order());
            foreach (var (key, value) in wanted)
                Assert.True(value.allclose(found[key]), $"{name}: {key}");

            using var third = Stacked.Create();
            third.load_state_dict(first.state_dict());
            using var next = flat(FlatParameters.Of(third).Select());
            OptimizerMemory.Write(next, key => wanted.GetValueOrDefault(key)?.clone());
            first.TrainStep(Stacked.Rows(2), optimizer);
            third.TrainStep(Stacked.Rows(2), next);
            FlatModels.AssertSame(first, third);
        }
    }

    private static (string Name, Func<IEnumerable<Parameter>, OptimizerHelper> Flat, Func<IEnumerable<Parameter>, OptimizerHelper> Plain)[] Optimizers { get; } =
    [
        ("SGD", parameters => new NeuralDsl.Optimizers.SGD(parameters, 0.1), parameters => optim.SGD(parameters, 0.1)),
        ("SGD with momentum", parameters => new NeuralDsl.Optimizers.SGD(parameters, 0.1, momentum: 0.9), parameters => optim.SGD(parameters, 0.1, momentum: 0.9)),
        ("Adam", parameters => new NeuralDsl.Optimizers.Adam(parameters, 0.1, amsgrad: true), parameters => optim.Adam(parameters, 0.1, amsgrad: true)),
        ("AdamW", parameters => new NeuralDsl.Optimizers.AdamW(parameters, 0.1), parameters => optim.AdamW(parameters, 0.1)),
        ("Adamax", parameters => new NeuralDsl.Optimizers.Adamax(parameters, 0.1), parameters => optim.Adamax(parameters, 0.1)),
        ("NAdam", parameters => new NeuralDsl.Optimizers.NAdam(parameters, 0.1), parameters => optim.NAdam(parameters, 0.1)),
        ("RectifiedAdam", parameters => new RectifiedAdam(parameters, 0.1), parameters => new RectifiedAdam(parameters, 0.1)),
        ("Adagrad", parameters => new NeuralDsl.Optimizers.Adagrad(parameters, 0.1), parameters => optim.Adagrad(parameters, 0.1)),
        ("Adadelta", parameters => new NeuralDsl.Optimizers.Adadelta(parameters, 0.5), parameters => optim.Adadelta(parameters, 0.5)),
        ("ASGD", parameters => new NeuralDsl.Optimizers.ASGD(parameters, 0.1), parameters => optim.ASGD(parameters, 0.1)),
        ("RMSProp", parameters => new NeuralDsl.Optimizers.RMSProp(parameters, 0.1, momentum: 0.5, centered: true), parameters => optim.RMSProp(parameters, 0.1, momentum: 0.5, centered: true)),
        ("Rprop", parameters => new NeuralDsl.Optimizers.Rprop(parameters, 0.1), parameters => optim.Rprop(parameters, 0.1)),
    ];
}
