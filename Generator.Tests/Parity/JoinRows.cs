namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>Layers of several values, and models of several outputs.</summary>
internal static class JoinRows
{
    public static readonly ParityRow[] All =
    [
        new("Add(\"y\")", "N T 5, N T 5", "lambda x, y: x + y"),
        new("Add(\"y, z\")", "N 5, N 5, N 5", "lambda x, y, z: x + y + z"),
        new("Add(\"x\")", "N 5", "lambda x: x + x"),
        new("Add(\"y\")", "N T 5, N 1 5", "lambda x, y: x + y"),
        new("Add(\"y\")", "N 1 5, N T 1", "lambda x, y: x + y"),
        new("Add(\"y\")", "Float64 N 5, Float64 N 5", "lambda x, y: x + y"),
        new("Parameter(\"shift\", \"1 1 5\", Init = Init.Normal), Add(\"shift\")", "N T 5",
            "net(lambda m, x: x + m.shift, shift=nn.Parameter(torch.empty(1, 1, 5)))"),
        new("Multiply(\"y\")", "N T 5, N T 5", "lambda x, y: x * y"),
        new("Multiply(\"y, z\")", "N C=3 H W, N C=3 1 1, N C=3 H W", "lambda x, y, z: x * y * z"),
        new("Multiply(\"x\")", "N 5", "lambda x: x * x"),
        new("Parameter(\"scale\", \"1 5\", Init = Init.Ones), Multiply(\"scale\")", "N 5",
            "net(lambda m, x: x * m.scale, scale=nn.Parameter(torch.empty(1, 5)))"),
        new("MatMul(\"y\")", "N 5, 5 4", "torch.matmul"),
        new("MatMul(\"y\")", "N T 5, N 5 S", "torch.matmul"),
        new("MatMul(\"y\")", "N 2 T 5, N 2 5 S", "torch.matmul"),
        new("Permute(0, 2, 1), MatMul(\"x\")", "N T 5", "lambda x: x.transpose(1, 2) @ x"),
        new("Concat(\"x, y\")", "N 5, N 3", "lambda x, y: torch.cat([x, y], 1)"),
        new("Concat(\"x, y\", Axis = 0)", "N 5, K 5", "lambda x, y: torch.cat([x, y])"),
        new("Concat(\"x, y\")", "Int64 0..9 N T, Int64 0..9 N S", "lambda x, y: torch.cat([x, y], 1)"),
        new("Concat(\"x, y, x\", Axis = -1)", "N T 5, N T D", "lambda x, y: torch.cat([x, y, x], -1)"),
        new("Stack(\"x, y\")", "N 5, N 5", "lambda x, y: torch.stack([x, y])"),
        new("Stack(\"x, y, x\", Axis = 1)", "N 5, N 5", "lambda x, y: torch.stack([x, y, x], 1)"),
        new("Stack(\"x, y\", Axis = -1)", "N T 5, N T 5", "lambda x, y: torch.stack([x, y], -1)"),

        new("Sigmoid(Name = \"a\"), Add(\"y\", Name = \"b\"), Output(\"b\"), Output(\"a\")", "N 5, N 5", "lambda x, y: (x.sigmoid() + y, x.sigmoid())"),
        new("Linear(4, Name = \"a\"), Linear(4, From = \"y\", Name = \"b\"), Concat(\"a, b\")", "N 5, N 3",
            "net(lambda m, x, y: torch.cat([m.a(x), m.b(y)], 1), a=nn.Linear(5, 4), b=nn.Linear(3, 4))"),
    ];
}
