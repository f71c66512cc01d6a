namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>
/// Schedules, and limits of gradients, over twelve steps, three an epoch. In PyTorch the model is m, its parameters are p, the optimizer is o,
/// and lr is where the schedules are.
/// </summary>
internal static class ScheduleRows
{
    public static readonly ParityRow[] All =
    [
        Row("StepLR(2)", "each_epoch(lr.StepLR(o, 2))"),
        Row("StepLR(5, Gamma = 0.3, Every = TrainingUnit.Step)", "each_step(lr.StepLR(o, 5, 0.3))"),
        Row("MultiStepLR(1, 3)", "each_epoch(lr.MultiStepLR(o, [1, 3]))"),
        Row("MultiStepLR(2, 3, 8, Gamma = 0.5, Every = TrainingUnit.Step)", "each_step(lr.MultiStepLR(o, [2, 3, 8], 0.5))"),
        Row("ExponentialLR(0.7)", "each_epoch(lr.ExponentialLR(o, 0.7))"),
        Row("ExponentialLR(0.9, Every = TrainingUnit.Step)", "each_step(lr.ExponentialLR(o, 0.9))"),
        Row("ConstantLR", "each_epoch(lr.ConstantLR(o))"),
        Row("ConstantLR(Factor = 0.5, TotalIterations = 7, Every = TrainingUnit.Step)", "each_step(lr.ConstantLR(o, 0.5, 7))"),
        Row("LinearLR", "each_epoch(lr.LinearLR(o))"),
        Row("LinearLR(StartFactor = 0.1, EndFactor = 0.8, TotalIterations = 9, Every = TrainingUnit.Step)", "each_step(lr.LinearLR(o, 0.1, 0.8, 9))"),
        Row("PolynomialLR", "each_epoch(lr.PolynomialLR(o, 4))"),
        Row("PolynomialLR(TotalIterations = 8, Power = 2, Every = TrainingUnit.Step)", "each_step(lr.PolynomialLR(o, 8, 2))"),
        Row("CosineAnnealingLR", "each_epoch(lr.CosineAnnealingLR(o, 4))"),
        Row("CosineAnnealingLR(Period = 5, MinRate = 0.01, Every = TrainingUnit.Step)", "each_step(lr.CosineAnnealingLR(o, 5, 0.01))"),
        Row("CosineAnnealingWarmRestarts(2)", "each_epoch(lr.CosineAnnealingWarmRestarts(o, 2))"),
        Row("CosineAnnealingWarmRestarts(3, PeriodFactor = 2, MinRate = 0.02, Every = TrainingUnit.Step)", "each_step(lr.CosineAnnealingWarmRestarts(o, 3, 2, 0.02))"),
        Row("OneCycleLR(0.5)", "each_step(lr.OneCycleLR(o, 0.5, total_steps=12), until=12)", "SGD(0.1, Momentum = 0.9)", "optim.SGD(p, 0.1, momentum=0.9)"),
        Row("OneCycleLR(0.05, TotalIterations = 13, PercentStart = 0.5, Linear = true, BaseMomentum = 0.5, MaxMomentum = 0.8, DivFactor = 10, FinalDivFactor = 100)",
            "each_step(lr.OneCycleLR(o, 0.05, total_steps=13, pct_start=0.5, anneal_strategy='linear', base_momentum=0.5, max_momentum=0.8, div_factor=10, final_div_factor=100))",
            "Adam", "optim.Adam(p)"),
        Row("OneCycleLR(0.05, TotalIterations = 14, ThreePhase = true, CycleMomentum = false)",
            "each_step(lr.OneCycleLR(o, 0.05, total_steps=14, three_phase=True, cycle_momentum=False))"),
        Row("OneCycleLR(0.3, TotalIterations = 6, Every = TrainingUnit.Epoch)", "each_epoch(lr.OneCycleLR(o, 0.3, total_steps=6))", "AdamW", "optim.AdamW(p)"),
        Row("CyclicLR(0.01, 0.2, StepSizeUp = 3)", "each_step(lr.CyclicLR(o, 0.01, 0.2, 3))", "SGD(0.1, Momentum = 0.9)", "optim.SGD(p, 0.1, momentum=0.9)"),
        Row("CyclicLR(0.01, 0.2, StepSizeUp = 2, StepSizeDown = 3, Mode = CyclicMode.Triangular2, BaseMomentum = 0.6, MaxMomentum = 0.7)",
            "each_step(lr.CyclicLR(o, 0.01, 0.2, 2, 3, mode='triangular2', base_momentum=0.6, max_momentum=0.7))", "RMSprop(Momentum = 0.5)", "optim.RMSprop(p, momentum=0.5)"),
        Row("CyclicLR(0.01, 0.2, StepSizeUp = 4, Mode = CyclicMode.ExpRange, Gamma = 0.9, CycleMomentum = false)",
            "each_step(lr.CyclicLR(o, 0.01, 0.2, 4, mode='exp_range', gamma=0.9, cycle_momentum=False))"),
        Row("ReduceLROnPlateau", "each_epoch(lr.ReduceLROnPlateau(o))"),
        Row("ReduceLROnPlateau(Factor = 0.5, Patience = 0, Threshold = 0.9)", "each_epoch(lr.ReduceLROnPlateau(o, factor=0.5, patience=0, threshold=0.9))"),
        Row("ReduceLROnPlateau(Factor = 0.3, Patience = 0, Threshold = 5, IsAbsolute = true, Cooldown = 1, MinRate = 0.02, Eps = 1e-3)",
            "each_epoch(lr.ReduceLROnPlateau(o, factor=0.3, patience=0, threshold=5, threshold_mode='abs', cooldown=1, min_lr=0.02, eps=1e-3))"),
        Row("Warmup(5)", "each_step(lr.LinearLR(o, 1 / 5, total_iters=4))"),
        Row("Warmup(4), CosineAnnealingLR(Every = TrainingUnit.Step)",
            "each_step(lr.LambdaLR(o, lambda i: (i + 1) / 4 if i < 4 else (1 + math.cos(math.pi * (i - 4) / 8)) / 2))"),
        Row("Warmup(1, TrainingUnit.Epoch), StepLR(1, Gamma = 0.5)", "each_step(lr.LambdaLR(o, lambda i: (i + 1) / 3 if i < 3 else 0.5 ** (i // 3 - 1)))"),
        Row("Warmup(2), ExponentialLR(0.5)", "each_step(lr.LambdaLR(o, lambda i: min(1, (i + 1) / 2) * 0.5 ** (i // 3)))"),
        Row("StepLR(2)", "each_epoch(lr.StepLR(o, 2))", "Adam(0.01, Only = \"a.*\"), Adam(0.03, Except = \"a.*\")",
            "optim.Adam([dict(params=m.a.parameters()), dict(params=m.b.parameters(), lr=0.03)], 0.01)"),
        Row("StepLR(2)", "each_epoch(lr.StepLR(o, 2))", "LBFGS(0.1, MaxIterations = 3)", "optim.LBFGS(p, 0.1, max_iter=3)"),
        Limit("ClipGradNorm(0.1)", "nn.utils.clip_grad_norm_(p, 0.1)"),
        Limit("ClipGradNorm(0.2, NormType = 1)", "nn.utils.clip_grad_norm_(p, 0.2, 1)"),
        Limit("ClipGradNorm(1000)", "nn.utils.clip_grad_norm_(p, 1000)"),
        Limit("Hyper(\"limit\", 0.1), ClipGradNorm(\"limit\")", "nn.utils.clip_grad_norm_(p, 0.1)"),
        Limit("ClipGradValue(0.02)", "nn.utils.clip_grad_value_(p, 0.02)"),
        Limit("ClipGradValue(0.05), ClipGradNorm(0.1)", "(nn.utils.clip_grad_value_(p, 0.05), nn.utils.clip_grad_norm_(p, 0.1))"),
        Limit("ClipGradNorm(1.0)", "nn.utils.clip_grad_norm_(p, 1.0)", "LBFGS(0.02, MaxIterations = 2)", "optim.LBFGS(p, 0.02, max_iter=2)"),
    ];

    private static ParityRow Row(string schedule, string pyTorch, string optimizer = "SGD(0.1)", string pyTorchOptimizer = "optim.SGD(p, 0.1)") =>
        Train($"{optimizer}, {schedule}", $"(o := {pyTorchOptimizer}, [{pyTorch}])");

    private static ParityRow Limit(string limit, string pyTorch, string optimizer = "SGD(0.5)", string pyTorchOptimizer = "optim.SGD(p, 0.5)") =>
        Train($"{optimizer}, {limit}", $"({pyTorchOptimizer}, [], [lambda: {pyTorch}])");

    private static ParityRow Train(string training, string pyTorch) =>
        new($"Linear(8, Name = \"a\"), Tanh, Linear(3, Name = \"b\"), CrossEntropyLoss, {training}", "N 6 -> Int64 0..3 N", pyTorch, Sizes: "N=16") { Name = training };
}
