namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>Optimizers of a network of two layers, a and b, over twelve steps; in PyTorch the model is m and its parameters are p.</summary>
internal static class OptimizerRows
{
    public static readonly ParityRow[] All =
    [
        Row("SGD(0.1)", "optim.SGD(p, 0.1)"),
        Row("SGD(0.1, Momentum = 0.9)", "optim.SGD(p, 0.1, momentum=0.9)"),
        Row("SGD(0.1, Momentum = 0.9, Dampening = 0.2)", "optim.SGD(p, 0.1, momentum=0.9, dampening=0.2)"),
        Row("SGD(0.1, Momentum = 0.9, Nesterov = true)", "optim.SGD(p, 0.1, momentum=0.9, nesterov=True)"),
        Row("SGD(0.1, Momentum = 0.8, Nesterov = true, WeightDecay = 0.1)", "optim.SGD(p, 0.1, momentum=0.8, nesterov=True, weight_decay=0.1)"),
        Row("SGD(0.1, WeightDecay = 0.1)", "optim.SGD(p, 0.1, weight_decay=0.1)"),
        Row("Hyper(\"rate\", 0.2), Hyper(\"momentum\", 0.5), SGD(\"rate\", Momentum = \"momentum\")", "optim.SGD(p, 0.2, momentum=0.5)"),
        Row("SGD(0.1, Only = \"*.weight\"), SGD(0.3, Except = \"*.weight\", Momentum = 0.5)",
            "optim.SGD([dict(params=[m.a.weight, m.b.weight]), dict(params=[m.a.bias, m.b.bias], lr=0.3, momentum=0.5)], 0.1)"),
        Row("Freeze(\"a.*\"), SGD(0.1)", "optim.SGD(m.b.parameters(), 0.1)"),
        Row("Adam", "optim.Adam(p)"),
        Row("Adam(0.01, Beta1 = 0.8, Beta2 = 0.95, Eps = 1e-3)", "optim.Adam(p, 0.01, betas=(0.8, 0.95), eps=1e-3)"),
        Row("Adam(0.01, WeightDecay = 0.1)", "optim.Adam(p, 0.01, weight_decay=0.1)"),
        Row("Adam(0.1, AmsGrad = true)", "optim.Adam(p, 0.1, amsgrad=True)"),
        Row("Adam(0.01, Only = \"a.*\"), Adam(0.001, Except = \"a.*\", WeightDecay = 0.2)",
            "optim.Adam([dict(params=m.a.parameters()), dict(params=m.b.parameters(), lr=0.001, weight_decay=0.2)], 0.01)"),
        Row("AdamW", "optim.AdamW(p)"),
        Row("AdamW(0.01, WeightDecay = 0)", "optim.AdamW(p, 0.01, weight_decay=0)"),
        Row("AdamW(0.01, Beta1 = 0.8, Beta2 = 0.95, Eps = 1e-3, WeightDecay = 0.5)", "optim.AdamW(p, 0.01, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.5)"),
        Row("AdamW(0.1, AmsGrad = true)", "optim.AdamW(p, 0.1, amsgrad=True)"),
        Row("SGD(0.01, Momentum = 0.5, Maximize = true)", "optim.SGD(p, 0.01, momentum=0.5, maximize=True)"),
        Row("Adam(0.01, Maximize = true)", "optim.Adam(p, 0.01, maximize=True)"),
        Row("AdamW(0.01, Maximize = true)", "optim.AdamW(p, 0.01, maximize=True)"),
        Row("Adadelta", "optim.Adadelta(p)"),
        Row("Adadelta(0.5, Rho = 0.8, Eps = 1e-3, WeightDecay = 0.1)", "optim.Adadelta(p, 0.5, rho=0.8, eps=1e-3, weight_decay=0.1)"),
        Row("Adadelta(0.5, Maximize = true)", "optim.Adadelta(p, 0.5, maximize=True)"),
        Row("Adagrad", "optim.Adagrad(p)"),
        Row("Adagrad(0.1, LearningRateDecay = 0.1, WeightDecay = 0.2, InitialAccumulator = 0.5, Eps = 1e-3)",
            "optim.Adagrad(p, 0.1, lr_decay=0.1, weight_decay=0.2, initial_accumulator_value=0.5, eps=1e-3)"),
        Row("Adamax", "optim.Adamax(p)"),
        Row("Adamax(0.01, Beta1 = 0.8, Beta2 = 0.95, Eps = 1e-3, WeightDecay = 0.1)", "optim.Adamax(p, 0.01, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.1)"),
        // PyTorch 1.13 computes the momentum's product wrongly unless it steps all parameters together.
        Row("NAdam", "optim.NAdam(p, foreach=True)"),
        Row("NAdam(0.01, Beta1 = 0.8, Beta2 = 0.95, Eps = 1e-3, WeightDecay = 0.1, MomentumDecay = 0.1)",
            "optim.NAdam(p, 0.01, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.1, momentum_decay=0.1, foreach=True)"),
        Row("RAdam", "optim.RAdam(p)"),
        Row("RAdam(0.01, Beta1 = 0.8, Beta2 = 0.95, Eps = 1e-3, WeightDecay = 0.1)", "optim.RAdam(p, 0.01, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.1)"),
        Row("RAdam(0.01, Only = \"a.*\"), RAdam(0.02, Except = \"a.*\", WeightDecay = 0.2)",
            "optim.RAdam([dict(params=m.a.parameters()), dict(params=m.b.parameters(), lr=0.02, weight_decay=0.2)], 0.01)"),
        Row("RMSprop", "optim.RMSprop(p)"),
        Row("RMSprop(0.02, Alpha = 0.9, Eps = 1e-3, WeightDecay = 0.1, Momentum = 0.8, Centered = true)",
            "optim.RMSprop(p, 0.02, alpha=0.9, eps=1e-3, weight_decay=0.1, momentum=0.8, centered=True)"),
        Row("RMSprop(Only = \"a.*\", Maximize = true), RMSprop(0.02, Except = \"a.*\", Momentum = 0.5, Maximize = true)",
            "optim.RMSprop([dict(params=m.a.parameters()), dict(params=m.b.parameters(), lr=0.02, momentum=0.5)], 0.01, maximize=True)"),
        Row("Rprop", "optim.Rprop(p)"),
        Row("Rprop(0.02, EtaMinus = 0.4, EtaPlus = 1.5, MinStep = 1e-3, MaxStep = 0.05)", "optim.Rprop(p, 0.02, etas=(0.4, 1.5), step_sizes=(1e-3, 0.05))"),
        Row("Rprop(Maximize = true)", "optim.Rprop(p, maximize=True)"),
        Row("ASGD", "optim.ASGD(p)"),
        Row("ASGD(0.1, Lambda = 0.01, Alpha = 0.5, AverageFrom = 4, WeightDecay = 0.1)", "optim.ASGD(p, 0.1, lambd=0.01, alpha=0.5, t0=4, weight_decay=0.1)"),
        Row("ASGD(Maximize = true, Only = \"a.*\"), ASGD(0.02, Maximize = true, Except = \"a.*\")",
            "optim.ASGD([dict(params=m.a.parameters()), dict(params=m.b.parameters(), lr=0.02)], 0.01, maximize=True)"),
        Row("LBFGS(0.1, MaxIterations = 4)", "optim.LBFGS(p, 0.1, max_iter=4)"),
        Row("LBFGS(0.05, MaxIterations = 5, MaxEvaluations = 3, GradientTolerance = 1e-5, ChangeTolerance = 1e-7, HistorySize = 3)",
            "optim.LBFGS(p, 0.05, max_iter=5, max_eval=3, tolerance_grad=1e-5, tolerance_change=1e-7, history_size=3)"),
    ];

    private static ParityRow Row(string optimizer, string pyTorch) =>
        new($"Linear(8, Name = \"a\"), Tanh, Linear(3, Name = \"b\"), CrossEntropyLoss, {optimizer}", "N 6 -> Int64 0..3 N", $"({pyTorch},)", Sizes: "N=16")
        {
            Name = optimizer,
        };
}
