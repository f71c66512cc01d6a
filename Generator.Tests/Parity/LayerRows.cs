namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>Layers of one value.</summary>
internal static class LayerRows
{
    public static readonly ParityRow[] All =
    [
        new("Linear(4)", "N 5", "nn.Linear(5, 4)"),
        new("Linear(4, Bias = false)", "N T 5", "nn.Linear(5, 4, bias=False)"),
        new("Linear(4, In = 5)", "N T S 5", "nn.Linear(5, 4)"),
        new("Linear(1)", "5", "nn.Linear(5, 1)"),
        new("Embedding(11, 4, Name = \"table\"), Linear(11, Tie = \"table\", Bias = false)", "Int64 0..11 N T",
            "net(lambda m, x: F.linear(m.table(x), m.table.weight), table=nn.Embedding(11, 4))"),
        new("Linear(5, Name = \"mix\"), Tanh, Linear(5, Share = \"mix\")", "N 5", "net(lambda m, x: m.mix(m.mix(x).tanh()), mix=nn.Linear(5, 5))"),
        new("Embedding(11, 4)", "Int64 0..11 N T", "nn.Embedding(11, 4)"),
        new("Embedding(11, 4)", "Int64 0..11 N", "nn.Embedding(11, 4)"),

        new("Conv1d(6, 3)", "N C=4 L", "nn.Conv1d(4, 6, 3)"),
        new("Conv1d(6, 4, Stride = 3, Padding = 2, Dilation = 2)", "N 4 L", "nn.Conv1d(4, 6, 4, stride=3, padding=2, dilation=2)"),
        new("Conv1d(6, 3, Groups = 2, Bias = false)", "N 4 L", "nn.Conv1d(4, 6, 3, groups=2, bias=False)"),
        new("Conv1d(8, 1, In = 4, Groups = 4)", "N 4 L", "nn.Conv1d(4, 8, 1, groups=4)"),
        new("Conv2d(8, 3)", "N C=4 H W", "nn.Conv2d(4, 8, 3)"),
        new("Conv2d(8, 3, Padding = 1, Groups = 2)", "N C=4 H W", "nn.Conv2d(4, 8, 3, padding=1, groups=2)"),
        new("Conv2d(8, 3, Stride = 2, Bias = false)", "N C=4 H W", "nn.Conv2d(4, 8, 3, stride=2, bias=False)"),
        new("Conv2d(8, 2, Stride = 2, Padding = 1, Dilation = 3, Groups = 4)", "N 4 H W", "nn.Conv2d(4, 8, 2, stride=2, padding=1, dilation=3, groups=4)"),
        new("Hyper(\"k\", 3), Conv2d(\"2*k\", \"k\", Padding = \"k/2\")", "N 4 H W", "nn.Conv2d(4, 6, 3, padding=1)"),

        new("BatchNorm1d", "N 5", "nn.BatchNorm1d(5)"),
        new("BatchNorm1d", "N C=5 L", "nn.BatchNorm1d(5)"),
        new("BatchNorm1d(Eps = 1e-2, Momentum = 0.4)", "N 5", "nn.BatchNorm1d(5, eps=1e-2, momentum=0.4)"),
        new("BatchNorm1d(Affine = false)", "N 5 L", "nn.BatchNorm1d(5, affine=False)"),
        new("BatchNorm2d", "N C=5 H W", "nn.BatchNorm2d(5)"),
        new("BatchNorm2d(Eps = 0.1, Momentum = 1)", "N 5 H W", "nn.BatchNorm2d(5, eps=0.1, momentum=1)"),
        new("BatchNorm2d(Affine = false, Momentum = 0.01)", "N 5 H W", "nn.BatchNorm2d(5, affine=False, momentum=0.01)"),

        new("Dropout", "N T", "nn.Dropout()", Training.Random, "N=200 T=100"),
        new("Dropout(0.2)", "N T", "nn.Dropout(0.2)", Training.Random, "N=200 T=100"),
        new("Dropout(0)", "N 5", "nn.Dropout(0)"),
        new("Hyper(\"p\", 0.7), Dropout(\"p\")", "N T", "nn.Dropout(0.7)", Training.Random, "N=200 T=100"),
        new("DropPath(0.3)", "N T D", "net(lambda m, x: x * torch.bernoulli(torch.full((len(x), 1, 1), 0.7)) / 0.7 if m.training else x)",
            Training.Random, "N=4000 T=2"),
        new("DropPath(0)", "N 5", "lambda x: x"),

        new("MaxPool1d(2)", "N 4 L", "nn.MaxPool1d(2)"),
        new("MaxPool1d(3, Stride = 2, Padding = 1)", "N 4 L", "nn.MaxPool1d(3, stride=2, padding=1)"),
        new("MaxPool2d(2)", "N C=4 H W", "nn.MaxPool2d(2)"),
        new("MaxPool2d(3, Stride = 2, Padding = 1)", "N 4 H W", "nn.MaxPool2d(3, stride=2, padding=1)"),
        new("AvgPool1d(3)", "N 4 L", "nn.AvgPool1d(3)"),
        new("AvgPool1d(4, Stride = 1, Padding = 2)", "N 4 L", "nn.AvgPool1d(4, stride=1, padding=2)"),
        new("AvgPool2d(2)", "N C=4 H W", "nn.AvgPool2d(2)"),
        new("AvgPool2d(3, Stride = 2, Padding = 1)", "N 4 H W", "nn.AvgPool2d(3, stride=2, padding=1)"),
        new("AdaptiveAvgPool1d(4)", "N 4 L", "nn.AdaptiveAvgPool1d(4)"),
        new("AdaptiveAvgPool1d(1)", "N 4 L", "nn.AdaptiveAvgPool1d(1)"),
        new("AdaptiveAvgPool2d(1)", "N C=4 H W", "nn.AdaptiveAvgPool2d(1)"),
        new("AdaptiveAvgPool2d(4)", "N 4 H W", "nn.AdaptiveAvgPool2d(4)"),

        new("ReLU", "N 5", "nn.ReLU()"),
        new("LeakyReLU", "N T 5", "nn.LeakyReLU()"),
        new("LeakyReLU(0.3)", "N 5", "nn.LeakyReLU(0.3)"),
        new("ELU", "N 5", "nn.ELU()"),
        new("ELU(0.4)", "N C=4 H W", "nn.ELU(0.4)"),
        new("GELU", "N 5", "nn.GELU()"),
        new("SiLU", "N T 5", "nn.SiLU()"),
        new("Sigmoid", "N 5", "nn.Sigmoid()"),
        new("Tanh", "N 5", "nn.Tanh()"),
        new("Softplus", "N 5", "nn.Softplus()"),
        new("Softplus(3)", "-9..9 N 5", "nn.Softplus(3)"),
        new("Softmax", "N T 5", "nn.Softmax(-1)"),
        new("Softmax(1)", "N T 5", "nn.Softmax(1)"),
        new("LogSoftmax", "N T 5", "nn.LogSoftmax(-1)"),
        new("LogSoftmax(1)", "N C=4 H W", "nn.LogSoftmax(1)"),
    ];
}
