namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>Optimizers of a network of two layers, a and b, over ten steps; in PyTorch the model is m and its parameters are p.</summary>
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
    ];

    private static ParityRow Row(string optimizer, string pyTorch) =>
        new($"Linear(8, Name = \"a\"), Tanh, Linear(3, Name = \"b\"), CrossEntropyLoss, {optimizer}", "N 6 -> Int64 0..3 N", pyTorch, Sizes: "N=16")
        {
            Name = optimizer,
        };
}
