namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>What moves numbers, and einops' reductions.</summary>
internal static class ShapeOperatorRows
{
    public static readonly ParityRow[] All =
    [
        new("Flatten", "N C=4 H W", "nn.Flatten()"),
        new("Flatten(0, 1)", "N T 5", "nn.Flatten(0, 1)"),
        new("Flatten(-2)", "N 4 3 T", "nn.Flatten(-2)"),
        new("Flatten", "Int64 0..9 N T 5", "nn.Flatten()"),
        new("Flatten", "Bool N T 5", "nn.Flatten()"),
        new("Unflatten(1, \"C=3 H=2 W=2\")", "N 12", "nn.Unflatten(1, (3, 2, 2))"),
        new("Unflatten(-1, \"3 4\")", "N T 12", "nn.Unflatten(-1, (3, 4))"),
        new("Reshape(\"N 2 T*6\")", "N T 12", "lambda x: x.reshape(N, 2, T * 6)"),
        new("Reshape(\"N*T 12\")", "N T 12", "lambda x: x.reshape(-1, 12)"),
        new("Permute(0, 2, 1)", "N T 5", "lambda x: x.permute(0, 2, 1)"),
        new("Permute(1, 0)", "Int64 0..9 N T", "lambda x: x.t()"),
        new("Permute(0, 2, 3, 1)", "N C=3 H W", "lambda x: x.permute(0, 2, 3, 1)"),
        new("Squeeze(1)", "N 1 5", "lambda x: x.squeeze(1)"),
        new("Squeeze(-1)", "N T 1", "lambda x: x.squeeze(-1)"),
        new("Unsqueeze(1)", "N 5", "lambda x: x.unsqueeze(1)"),
        new("Unsqueeze(-1)", "N 5", "lambda x: x.unsqueeze(-1)"),
        new("Select(1, 3)", "N T 5", "lambda x: x[:, 3]"),
        new("Select(-1, -2)", "N T 5", "lambda x: x[..., -2]"),
        new("Slice(1, 1, 4)", "N 6 5", "lambda x: x[:, 1:4]"),
        new("Slice(-1, 0, 5, Step = 2)", "N T 5", "lambda x: x[..., 0:5:2]"),
        new("Slice(1, 2, 9, Step = 3)", "Float64 N L", "lambda x: x[:, 2:9:3]"),
        new("Last", "N T 5", "lambda x: x[:, -1]"),

        new("Rearrange(\"n d -> n d\")", "N 12", "lambda x: x"),
        new("Rearrange(\"n t (h e) -> n h t e\", \"h=4\")", "N T 12", "lambda x: x.reshape(N, T, 4, 3).permute(0, 2, 1, 3)"),
        new("Rearrange(\"n h t e -> n t (h e)\")", "N 4 T 3", "lambda x: x.permute(0, 2, 1, 3).reshape(N, T, 12)"),
        new("Rearrange(\"n 1 d -> n d 1\")", "N 1 12", "lambda x: x.permute(0, 2, 1)"),
        new("Rearrange(\"n c (h a) (w b) -> n (c a b) h w\", \"a=2, b=3\")", "N 2 4 6",
            "lambda x: x.reshape(N, 2, 2, 2, 2, 3).permute(0, 1, 3, 5, 2, 4).reshape(N, 12, 2, 2)"),
        new("Rearrange(\"n c (h p) (w q) -> n (h w) (c p q)\", \"p=4, q=4\")", "N C=3 H=8 W=12",
            "lambda x: F.unfold(x, 4, stride=4).transpose(1, 2)"),
        new("Reduce(\"n c h w -> n c\")", "N C=3 H W", "lambda x: x.mean((2, 3))"),
        new("Reduce(\"n t d -> n d\", Reduction.Sum)", "N T 5", "lambda x: x.sum(1)"),
        new("Reduce(\"n t d -> d n\", Reduction.Sum)", "N T 5", "lambda x: x.sum(1).t()"),
        new("Reduce(\"n c h w -> n c\", Reduction.Max)", "N C=3 H W", "lambda x: x.amax((2, 3))"),
        new("Reduce(\"n c h w -> n c\", Reduction.Min)", "N C=3 H W", "lambda x: x.amin((2, 3))"),
        new("Reduce(\"n (t p) d -> n t d\", Reduction.Mean, \"p=2\")", "Float64 N 6 5", "lambda x: x.reshape(N, 3, 2, 5).mean(2)"),
        new("Reduce(\"n (p t) d -> t (n d)\", Reduction.Sum, \"p=2\")", "N 6 5", "lambda x: x.reshape(N, 2, 3, 5).sum(1).transpose(0, 1).flatten(1)"),
        new("Reduce(\"n c (h a) (w b) -> n c h w\", Reduction.Max, \"a=2, b=2\")", "N 3 4 6", "nn.MaxPool2d(2)"),
        new("Reduce(\"n c (h a) (w b) -> n c h w\", Reduction.Min, \"a=2, b=2\")", "N 3 4 6", "lambda x: -F.max_pool2d(-x, 2)"),
        new("Reduce(\"n t d -> n 1 d\")", "N T 5", "lambda x: x.mean(1, keepdim=True)"),
        new("Repeat(\"n d -> n t d\", \"t=4\")", "N 5", "lambda x: x.unsqueeze(1).expand(-1, 4, -1)"),
        new("Repeat(\"n d -> n (d r)\", \"r=2\")", "N 5", "lambda x: x.repeat_interleave(2, 1)"),
        new("Repeat(\"n d -> n (r d)\", \"r=2\")", "N 5", "lambda x: x.repeat(1, 2)"),
        new("Repeat(\"n c h w -> n c (h a) (w b)\", \"a=2, b=2\")", "N C=3 H W", "nn.Upsample(scale_factor=2)"),
    ];
}
