using NeuralDsl.LibTorch.Tests.Parity;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;

namespace NeuralDsl.LibTorch.Tests;

/// <summary>Optimizers go on from what they saved, refuse what they cannot do, and cyclic schedules check their optimizer.</summary>
public class OptimizerTests
{
    public static TheoryData<string> Names => [.. OptimizerParityTests.Optimizers.Keys.Where(name => !name.StartsWith("LBFGS"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_optimizer_goes_on_from_what_it_saved(string name)
    {
        var make = OptimizerParityTests.Optimizers[name];
        manual_seed(1);
        using var x = randn(6, 3);
        using var model = Linear(3, 2);
        using var first = (OptimizerHelper)make(model.parameters());
        Run(model, first, x, 3);

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        first.save_state_dict(writer);
        using var fromFile = Linear(3, 2);
        fromFile.load_state_dict(model.state_dict());
        using var second = (OptimizerHelper)make(fromFile.parameters());
        file.Position = 0;
        using var reader = new BinaryReader(file);
        second.load_state_dict(reader);
        Assert.Equal(file.Length, file.Position);

        using var fromDictionary = Linear(3, 2);
        fromDictionary.load_state_dict(model.state_dict());
        using var third = (OptimizerHelper)make(fromDictionary.parameters());
        third.load_state_dict(first.state_dict());
        foreach (var (state, copy) in first.state_dict().State.Zip(third.state_dict().State))
            Assert.True(state.ApproximatelyEquals(copy));

        Run(model, first, x, 2);
        Run(fromFile, second, x, 2);
        Run(fromDictionary, third, x, 2);
        Assert.True(model.weight.Equals(fromFile.weight));
        Assert.True(model.weight.Equals(fromDictionary.weight));
    }

    [Fact]
    public void The_settings_of_one_optimizer_are_not_anothers()
    {
        using var layer = Linear(2, 2);
        using var nadam = NAdam(layer.parameters());
        using var radam = RAdam(layer.parameters());
        Assert.Throws<ArgumentException>(() => nadam.load_state_dict(radam.state_dict()));
    }

    [Fact]
    public void Lbfgs_wants_a_closure_and_takes_no_second_group()
    {
        using var layer = Linear(2, 2);
        using var optimizer = LBFGS(layer.parameters());
        Assert.Throws<ArgumentNullException>(() => optimizer.step());
        Assert.Throws<InvalidOperationException>(() => optimizer.add_param_group(new ParamGroup()));
        optimizer.LearningRate = 0.25;
        Assert.Equal(0.25, optimizer.ParamGroups.Single().LearningRate);
    }

    [Fact]
    public void A_cycle_wants_a_momentum_and_as_many_rates_as_groups()
    {
        using var layer = Linear(2, 2);
        using var adagrad = Adagrad(layer.parameters());
        Assert.Throws<ArgumentException>(() => lr_scheduler.CyclicLR(adagrad, 0.1, 0.2));
        Assert.Throws<ArgumentException>(() => lr_scheduler.OneCycleLR(adagrad, 0.1, 10));
        using var sgd = SGD(layer.parameters(), 0.1);
        Assert.Throws<ArgumentException>(() => lr_scheduler.CyclicLR(sgd, [0.1, 0.1], [0.2, 0.2]));
        Assert.Throws<ArgumentException>(() => lr_scheduler.OneCycleLR(sgd, 0.1));
        var schedule = lr_scheduler.OneCycleLR(sgd, 0.1, total_steps: 2);
        schedule.step();
        schedule.step();
        Assert.Throws<InvalidOperationException>(schedule.step);
    }

    [Fact]
    public void Groups_are_cycled_apart()
    {
        using var one = Linear(2, 2);
        using var two = Linear(2, 2);
        using var optimizer = Adam([new Adam.ParamGroup(one.parameters()), new Adam.ParamGroup(two.parameters())]);
        lr_scheduler.OneCycleLR(optimizer, [0.1, 0.2], total_steps: 10, base_momentum: [0.5, 0.6], max_momentum: [0.8, 0.9], div_factor: 10);
        Assert.Equal([0.01, 0.02], optimizer.ParamGroups.Select(group => Math.Round(group.LearningRate, 12)));
        Assert.Equal([0.8, 0.9], optimizer.ParamGroups.Select(group => Math.Round(((IBetas)group).Betas.Item1, 12)));
    }

    private static void Run(Linear model, Optimizer optimizer, Tensor x, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            model.call(x).square().sum().backward();
            optimizer.step();
        }
    }
}
