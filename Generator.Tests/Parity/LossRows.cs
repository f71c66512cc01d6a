namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>Losses of a prediction and a target.</summary>
internal static class LossRows
{
    public static readonly ParityRow[] All =
    [
        new("MSELoss", "N T 5", "nn.MSELoss()"),
        new("MSELoss(Reduction = Reduction.Sum)", "N 5", "nn.MSELoss(reduction='sum')"),
        new("MSELoss(Weight = 0.3)", "N 5", "lambda x, y: 0.3 * F.mse_loss(x, y)"),
        new("Hyper(\"share\", 0.3), MSELoss(Weight = \"share\")", "N 5", "lambda x, y: 0.3 * F.mse_loss(x, y)"),
        new("L1Loss", "N 5", "nn.L1Loss()"),
        new("L1Loss", "Float64 N 5", "nn.L1Loss()"),
        new("L1Loss(Reduction = Reduction.Sum)", "N C=4 H W", "nn.L1Loss(reduction='sum')"),
        new("BCELoss", "0..1 N 5", "nn.BCELoss()"),
        new("BCELoss(Reduction = Reduction.Sum)", "0..1 N 5", "nn.BCELoss(reduction='sum')"),
        new("BCEWithLogitsLoss", "N 5 -> 0..1 N 5", "nn.BCEWithLogitsLoss()"),
        new("BCEWithLogitsLoss", "-90..90 N T 5 -> 0..1 N T 5", "nn.BCEWithLogitsLoss()"),
        new("BCEWithLogitsLoss(Reduction = Reduction.Sum, Weight = 2)", "N 1 -> 0..1 N 1",
            "lambda x, y: 2 * F.binary_cross_entropy_with_logits(x, y, reduction='sum')"),
        new("CrossEntropyLoss", "N 5 -> Int64 0..5 N", "nn.CrossEntropyLoss()"),
        new("CrossEntropyLoss", "-900..900 N 5 -> Int64 0..5 N", "nn.CrossEntropyLoss()"),
        new("CrossEntropyLoss(Weight = 0.5)", "N T S 5 -> Int64 0..5 N T S", "lambda x, y: 0.5 * F.cross_entropy(x.reshape(-1, 5), y.reshape(-1))"),
        new("CrossEntropyLoss(Reduction = Reduction.Sum)", "N 5 -> Int64 0..5 N", "nn.CrossEntropyLoss(reduction='sum')"),
        new("CrossEntropyLoss", "N T 5 -> Int64 0..5 N T", "lambda x, y: F.cross_entropy(x.transpose(1, 2), y)"),
        new("CrossEntropyLoss", "N C=5 H W -> Int64 0..5 N H W", "nn.CrossEntropyLoss()"),
        new("CrossEntropyLoss", "N C=5 L -> Int64 0..5 N L", "nn.CrossEntropyLoss()"),

        new("Linear(3, Name = \"a\"), MSELoss(From = \"a\", Target = \"y\", Weight = 0.5), L1Loss(From = \"a\", Target = \"z\")", "N 5, N 3, N 3 -> ",
            "net(lambda m, x, y, z: 0.5 * F.mse_loss(m.a(x), y) + F.l1_loss(m.a(x), z), a=nn.Linear(5, 3))"),
    ];
}
