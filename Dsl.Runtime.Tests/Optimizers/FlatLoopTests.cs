using NeuralDsl.Tests.Models;
using TorchSharp.Modules;

namespace NeuralDsl.Tests.Optimizers;

/// <summary>Training loops that somebody writes by hand, with the declared optimizer and with TorchSharp's: both come to the same.</summary>
public class FlatLoopTests
{
    private delegate void Step(Stacked model, optim.Optimizer optimizer, Stacked.Batch batch);

    private static readonly Dictionary<string, Step> Loops = new()
    {
        ["TrainStep"] = (model, optimizer, batch) => model.TrainStep(batch, optimizer),
        ["Backward and Step"] = (model, optimizer, batch) =>
        {
            model.zero_grad();
            model.Backward(batch);
            model.Step(optimizer);
        },
        ["the optimizer's zero_grad"] = (model, optimizer, batch) =>
        {
            optimizer.zero_grad();
            Learn(model, batch);
            optimizer.step();
        },
        ["the model's zero_grad"] = (model, optimizer, batch) =>
        {
            model.zero_grad(set_to_none: false);
            Learn(model, batch);
            optimizer.step();
        },
        ["the zero_grad of its parts"] = (model, optimizer, batch) =>
        {
            model.h.zero_grad();
            model.head.zero_grad();
            Learn(model, batch);
            optimizer.step();
        },
        ["gradients set to null"] = (model, optimizer, batch) =>
        {
            foreach (var parameter in model.parameters())
                parameter.grad = null;
            Learn(model, batch);
            optimizer.step();
        },
        ["gradients of two batches"] = (model, optimizer, batch) =>
        {
            optimizer.zero_grad();
            Learn(model, batch);
            Learn(model, Stacked.Rows(99));
            optimizer.step();
        },
        ["gradients replaced by others"] = (model, optimizer, batch) =>
        {
            model.zero_grad();
            Learn(model, batch);
            foreach (var parameter in model.parameters())
                parameter.grad = parameter.grad!.mul(0.5).add(0.01);
            optimizer.step();
        },
        ["gradients changed in place"] = (model, optimizer, batch) =>
        {
            model.zero_grad();
            Learn(model, batch);
            foreach (var parameter in model.parameters())
                parameter.grad!.mul_(0.5).clamp_(-0.01, 0.01);
            optimizer.step();
        },
        ["gradients that have gradients"] = (model, optimizer, batch) =>
        {
            model.zero_grad();
            model.Loss(batch).backward(create_graph: true);
            optimizer.step();
        },
        ["a part without a gradient"] = (model, optimizer, batch) =>
        {
            model.zero_grad();
            Learn(model, batch);
            model.h[1].linear1.weight!.grad = null;
            model.head.bias!.grad = null;
            optimizer.step();
        },
        ["a part without a gradient at times"] = (model, optimizer, batch) =>
        {
            model.zero_grad();
            Learn(model, batch);
            if (batch.X[0, 0].ToDouble() > 0)
                model.h[0].linear1.bias!.grad = null;
            optimizer.step();
        },
        ["a closure"] = (model, optimizer, batch) => optimizer.step(() =>
        {
            optimizer.zero_grad();
            var loss = model.Loss(batch);
            loss.backward();
            return loss;
        }),
        ["clipping by hand"] = (model, optimizer, batch) =>
        {
            model.zero_grad();
            Learn(model, batch);
            nn.utils.clip_grad_norm_(model.parameters(), 0.1);
            nn.utils.clip_grad_value_(optimizer.parameters(), 0.01);
            optimizer.step();
        },
        ["weights changed between steps"] = (model, optimizer, batch) =>
        {
            model.TrainStep(batch, optimizer);
            using var withoutGradients = no_grad();
            foreach (var parameter in model.parameters())
                parameter.mul_(0.9);
        },
    };

    public static TheoryData<string> Names => [.. Loops.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_loop_comes_to_the_same(string name)
    {
        using var models = new FlatModels();
        for (var step = 0; step < 5; step++)
        {
            using var scope = NewDisposeScope();
            models.Do((model, optimizer) => Loops[name](model, optimizer, Stacked.Rows(step)));
        }
        models.AssertSame();
        Assert.NotEmpty(Differences(models.Flat, Stacked.Create()));
    }

    /// <summary>The parameters lie in a row all the same.</summary>
    [Fact]
    public void Another_optimizer_steps_the_parameters_beside_the_declared_one()
    {
        using var models = new FlatModels();
        using var first = optim.SGD(models.Flat.parameters(), 0.1, momentum: 0.9);
        using var second = optim.SGD(models.Plain.parameters(), 0.1, momentum: 0.9);
        for (var step = 0; step < 4; step++)
        {
            using var scope = NewDisposeScope();
            models.Flat.TrainStep(Stacked.Rows(step), first);
            models.Plain.TrainStep(Stacked.Rows(step), second);
            models.Train(1, from: step + 10);
        }
        models.AssertSame();
    }

    [Fact]
    public void Gradients_that_were_there_before_the_optimizer_are_stepped()
    {
        using var scope = NewDisposeScope();
        using var models = new FlatModels(model => model.Backward(Stacked.Rows(0)));
        models.Do((_, optimizer) => optimizer.step());
        models.AssertSame();
        Assert.NotEmpty(Differences(models.Flat, Stacked.Create()));
    }

    [Fact]
    public void An_optimizer_outlives_the_scope_in_which_it_was_made()
    {
        using var model = Stacked.Create();
        optim.Optimizer optimizer;
        using (NewDisposeScope())
            optimizer = model.CreateOptimizer();
        using (optimizer)
        {
            for (var step = 0; step < 3; step++)
            {
                using var scope = NewDisposeScope();
                model.TrainStep(Stacked.Rows(step), optimizer);
            }
            Assert.NotEmpty(Differences(model, Stacked.Create()));
        }
    }

    private static void Learn(Stacked model, Stacked.Batch batch) => model.Loss(batch).backward();

    private static IEnumerable<string> Differences(nn.Module model, nn.Module other) =>
        model.named_parameters().Zip(other.named_parameters()).Where(pair => !pair.First.parameter.allclose(pair.Second.parameter)).Select(pair => pair.First.name);
}
