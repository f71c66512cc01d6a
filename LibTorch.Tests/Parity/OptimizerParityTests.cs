using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;

namespace NeuralDsl.LibTorch.Tests.Parity;

/// <summary>Trained weights and learning rates are PyTorch's.</summary>
public class OptimizerParityTests
{
    internal static readonly Dictionary<string, Func<IEnumerable<Parameter>, Optimizer>> Optimizers = new()
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
        ["Adadelta"] = p => Adadelta(p),
        ["AdadeltaMaximize"] = p => Adadelta(p, 0.5, 0.8, 1e-5, weight_decay: 0.1, maximize: true),
        ["Adamax"] = p => Adamax(p, 0.01),
        ["AdamaxDecay"] = p => Adamax(p, 0.01, 0.8, 0.99, weight_decay: 0.1),
        ["ASGD"] = p => ASGD(p, 0.1),
        ["ASGDAveraged"] = p => ASGD(p, 0.1, lambd: 0.01, alpha: 0.5, t0: 3, weight_decay: 0.1),
        ["NAdam"] = p => NAdam(p, 0.01),
        ["NAdamDecay"] = p => NAdam(p, 0.01, 0.8, 0.99, weight_decay: 0.1, momentum_decay: 0.1),
        ["RAdam"] = p => RAdam(p, 0.01),
        ["RAdamDecay"] = p => RAdam(p, 0.01, 0.8, 0.99, weight_decay: 0.1),
        ["Rprop"] = p => Rprop(p, 0.01),
        ["RpropMaximize"] = p => Rprop(p, 0.01, 0.4, 1.3, 1e-3, 0.05, maximize: true),
        ["LBFGS"] = p => LBFGS(p, 0.5, max_iter: 4),
        ["LBFGSHistory"] = p => LBFGS(p, 0.1, max_iter: 6, max_eval: 5, history_size: 2),
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
        ["OneCycleLR"] = (10, o => lr_scheduler.OneCycleLR(o, 0.5, total_steps: 10)),
        ["OneCycleLRThreePhases"] = (10, o => lr_scheduler.OneCycleLR(
            o, 0.5, epochs: 2, steps_per_epoch: 5, pct_start: 0.4, anneal_strategy: lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear,
            base_momentum: 0.5, max_momentum: 0.8, div_factor: 10, final_div_factor: 100, three_phase: true)),
        ["CyclicLR"] = (12, o => lr_scheduler.CyclicLR(o, 0.01, 0.1, step_size_up: 3)),
        ["CyclicLRTriangular2"] = (12, o => lr_scheduler.CyclicLR(
            o, 0.01, 0.1, 2, 4, lr_scheduler.impl.CyclicLR.Mode.Triangular2, base_momentum: 0.5, max_momentum: 0.8)),
        ["CyclicLRExponential"] = (12, o => lr_scheduler.CyclicLR(
            o, 0.01, 0.1, 2, 3, lr_scheduler.impl.CyclicLR.Mode.ExpRange, gamma: 0.9, cycle_momentum: false)),
        ["CyclicLRScaled"] = (12, o => lr_scheduler.CyclicLR(o, 0.01, 0.1, 2, 3, scale_fn: cycle => 1 / cycle, cycle_momentum: false)),
    };

    public static TheoryData<string> OptimizerNames => [.. Optimizers.Keys];

    public static TheoryData<string> ScheduleNames => [.. Schedules.Keys];

    [Theory]
    [MemberData(nameof(OptimizerNames))]
    public void An_optimizer_trains_like_PyTorchs(string name) => Train(name, Optimizers[name], 10, null);

    [Theory]
    [MemberData(nameof(ScheduleNames))]
    public void A_schedule_sets_PyTorchs_rates(string name)
    {
        var (steps, make) = Schedules[name];
        Train(name, p => SGD(p, 0.1, momentum: 0.9), steps, make);
    }

    [Fact]
    public void A_cycle_sets_the_decay_of_Adams_mean() =>
        Train("OneCycleLRAdam", p => Adam(p, 0.1), 10, o => lr_scheduler.OneCycleLR(o, 0.05, total_steps: 10));

    private static void Train(
        string name, Func<IEnumerable<Parameter>, Optimizer> make, int steps, Func<Optimizer, lr_scheduler.LRScheduler>? schedule)
    {
        manual_seed(8);
        // Each move of L-BFGS magnifies the rounding of those before.
        var dtype = name.StartsWith("LBFGS") ? float64 : float32;
        using var model = Sequential(Linear(6, 8), Tanh(), Linear(8, 3)).to(dtype);
        using var x = randn(16, 6).to(dtype);
        using var y = randint(0, 3, [16]);
        using var optimizer = make(model.parameters());
        var scheduler = schedule?.Invoke(optimizer);
        var rates = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = functional.cross_entropy(model.call(x), y);
                loss.backward();
                return loss;
            });
            rates[i] = optimizer.ParamGroups.First().LearningRate;
            scheduler?.step();
        }
        foreach (var (key, value) in model.state_dict())
            PyTorchReference.AssertEqual($"{name}/{key}", value);
        if (scheduler is not null)
            PyTorchReference.AssertEqual($"{name}/rates", tensor(rates));
    }
}
