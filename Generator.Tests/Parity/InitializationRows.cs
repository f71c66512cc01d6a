namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>How weights begin, from one seed: of two layers, a and b, or of a convolution, which in PyTorch belong to m.</summary>
internal static class InitializationRows
{
    public static readonly ParityRow[] All =
    [
        Linear("Zeros", "init.zeros_(m.a.weight)"),
        Linear("Ones", "init.ones_(m.a.weight)"),
        Linear("Constant, Value = 0.5", "init.constant_(m.a.weight, 0.5)"),
        Linear("Normal", "init.normal_(m.a.weight, 0, 0.02)"),
        Linear("Normal, Mean = 1, Std = 0.3", "init.normal_(m.a.weight, 1, 0.3)"),
        Linear("TruncatedNormal", "init.trunc_normal_(m.a.weight, 0, 0.02)"),
        Linear("TruncatedNormal, Mean = 0.5, Std = 2, Low = -1, High = 3", "init.trunc_normal_(m.a.weight, 0.5, 2, -1, 3)"),
        Linear("Uniform", "init.uniform_(m.a.weight)"),
        Linear("Uniform, Low = -0.1, High = 0.1", "init.uniform_(m.a.weight, -0.1, 0.1)"),
        Linear("XavierUniform", "init.xavier_uniform_(m.a.weight)"),
        Linear("XavierUniform, Gain = 2", "init.xavier_uniform_(m.a.weight, 2)"),
        Linear("XavierNormal", "init.xavier_normal_(m.a.weight)"),
        Linear("XavierNormal, Gain = 0.5", "init.xavier_normal_(m.a.weight, 0.5)"),
        Linear("KaimingUniform", "init.kaiming_uniform_(m.a.weight)"),
        Linear("KaimingUniform, Fan = FanMode.Out, Slope = 0.2", "init.kaiming_uniform_(m.a.weight, 0.2, 'fan_out')"),
        Linear("KaimingNormal", "init.kaiming_normal_(m.a.weight)"),
        Linear("KaimingNormal, Nonlinearity = InitNonlinearity.ReLU", "init.kaiming_normal_(m.a.weight, nonlinearity='relu')"),
        Linear("KaimingNormal, Nonlinearity = InitNonlinearity.Tanh, Fan = FanMode.Out", "init.kaiming_normal_(m.a.weight, mode='fan_out', nonlinearity='tanh')"),
        Linear("KaimingNormal, Nonlinearity = InitNonlinearity.Linear", "init.kaiming_normal_(m.a.weight, nonlinearity='linear')"),
        Linear("KaimingUniform, Nonlinearity = InitNonlinearity.Sigmoid", "init.kaiming_uniform_(m.a.weight, nonlinearity='sigmoid')"),
        Linear("Orthogonal", "init.orthogonal_(m.a.weight)"),
        Linear("Orthogonal, Gain = 3", "init.orthogonal_(m.a.weight, 3)"),
        Linear("Eye", "init.eye_(m.a.weight)"),
        Conv("XavierNormal", "init.xavier_normal_(m.conv.weight)"),
        Conv("KaimingNormal, Fan = FanMode.Out, Nonlinearity = InitNonlinearity.ReLU", "init.kaiming_normal_(m.conv.weight, mode='fan_out', nonlinearity='relu')"),
        Conv("Orthogonal", "init.orthogonal_(m.conv.weight)"),
        Conv("Dirac", "init.dirac_(m.conv.weight)"),
        new("Linear(8, Normalize = WeightNormalization.Weight, Name = \"a\"), Tanh, Conv1d(3, 2, Normalize = WeightNormalization.Weight, Name = \"b\")", "N 4 6",
            "begin(lambda m: None, a=nn.utils.weight_norm(nn.Linear(6, 8)), b=nn.utils.weight_norm(nn.Conv1d(4, 3, 2)))"),
        new("Linear(8, Normalize = WeightNormalization.Spectral, Name = \"a\"), Tanh, Conv1d(3, 2, Normalize = WeightNormalization.Spectral, Name = \"b\")", "N 4 6",
            "begin(lambda m: None, a=nn.utils.spectral_norm(nn.Linear(6, 8)), b=nn.utils.spectral_norm(nn.Conv1d(4, 3, 2)))"),
        new("Linear(8, Name = \"a\"), Tanh, Linear(3, Name = \"b\"), Initialize(\"*.weight\", Init.Normal, Std = 0.02), Initialize(\"*.bias\", Init.Zeros)", "N 6",
            "begin(lambda m: [init.normal_(m.a.weight, 0, 0.02), init.normal_(m.b.weight, 0, 0.02), init.zeros_(m.a.bias), init.zeros_(m.b.bias)], a=nn.Linear(6, 8), b=nn.Linear(8, 3))"),
        new("Linear(8, Name = \"a\"), Tanh, Linear(3, Name = \"b\"), Initialize(\"*\", Init.Uniform, Except = \"b.*\")", "N 6",
            "begin(lambda m: [init.uniform_(m.a.weight), init.uniform_(m.a.bias)], a=nn.Linear(6, 8), b=nn.Linear(8, 3))"),
        new("Parameter(\"p\", \"4 6\", Init = Init.XavierNormal), MatMul(\"p\"), Parameter(\"q\", \"6\", Init = Init.Uniform, Low = -1)", "N 4",
            "begin(lambda m: [init.xavier_normal_(m.p), init.uniform_(m.q, -1, 1)], p=nn.Parameter(torch.empty(4, 6)), q=nn.Parameter(torch.empty(6)))"),
    ];

    private static ParityRow Linear(string init, string pyTorch) => new(
        $"Linear(8, Name = \"a\"), Tanh, Linear(3, Name = \"b\"), Initialize(\"a.weight\", Init.{init})", "N 6",
        $"begin(lambda m: {pyTorch}, a=nn.Linear(6, 8), b=nn.Linear(8, 3))") { Name = init };

    private static ParityRow Conv(string init, string pyTorch) => new(
        $"Conv2d(8, 3, Name = \"conv\"), Initialize(\"conv.weight\", Init.{init})", "N C=4 H W",
        $"begin(lambda m: {pyTorch}, conv=nn.Conv2d(4, 8, 3))") { Name = $"{init} of a convolution" };
}
