using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;

namespace NeuralDsl.LibTorch.Tests.Parity;

/// <summary>Trained weights and learning rates are PyTorch's.</summary>
public class OptimizerParityTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, Optimizer>> Optimizers = new()
    {
        ["SGD"] = p => SGD(p, 0.1),
        ["SGDMomentum"] = p => SGD(p, 0.1, momentum: 0.9, dampening: 0.2, weight_decay: 0.01),
        ["SGDNesterov"] = p => SGD(p, 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.01),
        ["SGDMaximize"] = p => SGD(p, 0.01, momentum: 0.5, weight_decay: 0.1, maximize: true),
        ["Adam"] = p => Adam(p, 0.01),
        ["AdamDecay"] = p => Adam(p, 0.01, 0.8, 0.99, weight_decay: 0.1),
        ["AdamAmsgrad"] = p => Adam(p, 0.01, amsgrad: true),
        ["AdamW"] = p => AdamW(p, 0.01, weight_decay: 0.1),
        ["AdamWAmsgrad"] = p => AdamW(p, 0.01, weight_decay: 0.1, amsgrad: true, maximize: true),
        ["RMSProp"] = p => RMSProp(p, 0.01),
        ["RMSPropCentered"] = p => RMSProp(p, 0.01, centered: true, momentum: 0.9, weight_decay: 0.1),
        ["Adagrad"] = p => Adagrad(p, 0.1, lr_decay: 0.1, weight_decay: 0.01, initial_accumulator_value: 0.1),
    };

    private static readonly Dictionary<string, (int steps, Func<Optimizer, lr_scheduler.LRScheduler> make)> Schedules = new()
    {
        ["StepLR"] = (8, o => lr_scheduler.StepLR(o, 3, 0.5)),
        ["MultiStepLR"] = (8, o => lr_scheduler.MultiStepLR(o, [2, 5], 0.5)),
        ["ExponentialLR"] = (8, o => lr_scheduler.ExponentialLR(o, 0.9)),
        ["CosineAnnealingLR"] = (12, o => lr_scheduler.CosineAnnealingLR(o, 5, 0.01)),
        ["LinearLR"] = (8, o => lr_scheduler.LinearLR(o, 0.5, 1.0, 4)),
        ["ConstantLR"] = (8, o => lr_scheduler.ConstantLR(o, 0.25, 4)),
        ["PolynomialLR"] = (8, o => lr_scheduler.PolynomialLR(o, 6, 2)),
        ["LambdaLR"] = (8, o => lr_scheduler.LambdaLR(o, epoch => 1.0 / (1 + epoch))),
        ["MultiplicativeLR"] = (8, o => lr_scheduler.MultiplicativeLR(o, _ => 0.9)),
        ["SequentialLR"] = (8, o => lr_scheduler.SequentialLR(
            o, [lr_scheduler.ConstantLR(o, 0.1, 3), lr_scheduler.ExponentialLR(o, 0.9)], [3])),
    };

    public static TheoryData<string> OptimizerNames => [.. Optimizers.Keys];

    public static TheoryData<string> ScheduleNames => [.. Schedules.Keys];

    [Theory]
    [MemberData(nameof(OptimizerNames))]
    public void An_optimizer_trains_like_PyTorchs(string name) => Train(name, Optimizers[name], 6, null);

    [Theory]
    [MemberData(nameof(ScheduleNames))]
    public void A_schedule_sets_PyTorchs_rates(string name)
    {
        var (steps, make) = Schedules[name];
        PyTorchReference.AssertEqual($"{name}/rates", tensor(Train(name, p => SGD(p, 0.1), steps, make)));
    }

    private static double[] Train(
        string name, Func<IEnumerable<Parameter>, Optimizer> make, int steps, Func<Optimizer, lr_scheduler.LRScheduler>? schedule)
    {
        manual_seed(8);
        using var model = Sequential(Linear(6, 8), Tanh(), Linear(8, 3));
        using var x = randn(16, 6);
        using var y = randint(0, 3, [16]);
        using var optimizer = make(model.parameters());
        var scheduler = schedule?.Invoke(optimizer);
        var rates = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            functional.cross_entropy(model.call(x), y).backward();
            optimizer.step();
            rates[i] = optimizer.ParamGroups.First().LearningRate;
            scheduler?.step();
        }
        foreach (var (key, value) in model.state_dict())
            PyTorchReference.AssertEqual($"{name}/{key}", value);
        return rates;
    }
}
