namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>Layers of sequence models: recurrence, embeddings and positions, attention, transformers.</summary>
internal static class SequenceRows
{
    private const string Last = "Output(\"a\"), Output(\"a.hidden\")";

    public static readonly ParityRow[] All =
    [
        new("RNN(6, Name = \"a\")", "N T 5", "net(lambda m, x: m.a(x)[0], a=nn.RNN(5, 6, batch_first=True))"),
        new($"RNN(6, Nonlinearity = Nonlinearity.ReLU, Bias = false, Bidirectional = true, Name = \"a\"), {Last}", "N T 5",
            "net(lambda m, x: recurrent(m.a, x), a=nn.RNN(5, 6, nonlinearity='relu', bias=False, bidirectional=True, batch_first=True))"),
        new($"RNN(6, Layers = 3, State = \"y\", In = 5, Name = \"a\"), {Last}", "N T 5, N 3 6",
            "net(lambda m, x, y: recurrent(m.a, x, y), a=nn.RNN(5, 6, 3, batch_first=True))"),
        new($"RNN(6, RecurrentDropout = 1, Nonlinearity = Nonlinearity.ReLU, State = \"y\", Name = \"a\"), {Last}", "N T 5, N 1 6",
            "net(lambda m, x, y: recurrent(m.a, x, y, p=1), a=nn.RNN(5, 6, nonlinearity='relu', batch_first=True))"),
        new("RNN(6, RecurrentDropout = 0.5, Name = \"a\")", "N T 5", "net(lambda m, x: recurrent(m.a, x, p=0.5)[0], a=nn.RNN(5, 6, batch_first=True))",
            Training.Random, "N=5000 T=3"),
        new("GRU(6, Name = \"a\")", "N T 5", "net(lambda m, x: m.a(x)[0], a=nn.GRU(5, 6, batch_first=True))"),
        new($"GRU(6, Layers = 2, Bidirectional = true, State = \"y\", Name = \"a\"), {Last}", "N T 5, N 4 6",
            "net(lambda m, x, y: recurrent(m.a, x, y), a=nn.GRU(5, 6, 2, bidirectional=True, batch_first=True))"),
        new($"GRU(6, Layers = 2, Bidirectional = true, RecurrentDropout = 1, Name = \"a\"), {Last}", "N T 5",
            "net(lambda m, x: recurrent(m.a, x, p=1), a=nn.GRU(5, 6, 2, bidirectional=True, batch_first=True))"),
        new("GRU(6, RecurrentDropout = 0.5, Bias = false, Name = \"a\")", "N T 5",
            "net(lambda m, x: recurrent(m.a, x, p=0.5)[0], a=nn.GRU(5, 6, bias=False, batch_first=True))", Training.Random, "N=5000 T=3"),
        new("LSTM(6, Name = \"a\")", "N T 5", "net(lambda m, x: m.a(x)[0], a=nn.LSTM(5, 6, batch_first=True))"),
        new("LSTM(6, Name = \"a\"), Output(\"a.cell\")", "N T 5", "net(lambda m, x: recurrent(m.a, x)[2], a=nn.LSTM(5, 6, batch_first=True))"),
        new($"Hyper(\"layers\", 2), Hyper(\"width\", 6), LSTM(\"width\", Layers = \"layers\", Bidirectional = true, Bias = false, State = \"y, z\", Name = \"a\"), {Last}, Output(\"a.cell\")",
            "N T 5, N 4 6, N 4 6", "net(lambda m, x, y, z: recurrent(m.a, x, y, z), a=nn.LSTM(5, 6, 2, bias=False, bidirectional=True, batch_first=True))"),
        new("LSTM(6, Layers = 2, Dropout = 0.3, Name = \"a\")", "N T 5", "net(lambda m, x: m.a(x)[0], a=nn.LSTM(5, 6, 2, dropout=0.3, batch_first=True))",
            Training.Random, "N=5000 T=3"),
        new($"LSTM(6, Layers = 2, Bidirectional = true, RecurrentDropout = 1, State = \"y, z\", Name = \"a\"), {Last}, Output(\"a.cell\")", "N T 5, N 4 6, N 4 6",
            "net(lambda m, x, y, z: recurrent(m.a, x, y, z, p=1), a=nn.LSTM(5, 6, 2, bidirectional=True, batch_first=True))"),
        new("Hyper(\"drop\", 0.4), LSTM(6, Layers = 2, RecurrentDropout = \"drop\", Dropout = 0.3, Name = \"a\")", "N T 5",
            "net(lambda m, x: recurrent(m.a, x, p=0.4)[0], a=nn.LSTM(5, 6, 2, dropout=0.3, batch_first=True))", Training.Random, "N=5000 T=3"),
        new("LSTM(5, Name = \"a\"), LSTM(5, Share = \"a\")", "N T 5", "net(lambda m, x: m.a(m.a(x)[0])[0], a=nn.LSTM(5, 5, batch_first=True))"),

        new("RNNCell(6)", "N 5", "nn.RNNCell(5, 6)"),
        new("RNNCell(6, State = \"y\", Nonlinearity = Nonlinearity.ReLU, Bias = false)", "N 5, N 6", "nn.RNNCell(5, 6, bias=False, nonlinearity='relu')"),
        new("GRUCell(6)", "N 5", "nn.GRUCell(5, 6)"),
        new("GRUCell(6, State = \"y\", In = 5)", "N 5, N 6", "nn.GRUCell(5, 6)"),
        new("LSTMCell(6, Name = \"a\"), Output(\"a\"), Output(\"a.cell\")", "N 5", "net(lambda m, x: m.a(x), a=nn.LSTMCell(5, 6))"),
        new("LSTMCell(6, State = \"y, z\", Bias = false, Name = \"a\")", "N 5, N 6, N 6", "net(lambda m, x, y, z: m.a(x, (y, z))[0], a=nn.LSTMCell(5, 6, bias=False))"),
    ];
}
