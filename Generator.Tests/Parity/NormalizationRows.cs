namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>Normalizations and dropouts.</summary>
internal static class NormalizationRows
{
    public static readonly ParityRow[] All =
    [
        new("BatchNorm1d(TrackRunningStats = false)", "N 5", "nn.BatchNorm1d(5, track_running_stats=False)"),
        new("BatchNorm2d(TrackRunningStats = false, Affine = false)", "N 5 H W", "nn.BatchNorm2d(5, track_running_stats=False, affine=False)"),
        new("BatchNorm3d", "N C=5 D H W", "nn.BatchNorm3d(5)"),
        new("BatchNorm3d(Eps = 0.1, Momentum = 0.3, Affine = false)", "N 5 D H W", "nn.BatchNorm3d(5, eps=0.1, momentum=0.3, affine=False)"),
        new("InstanceNorm1d", "N C=5 L", "nn.InstanceNorm1d(5)"),
        new("InstanceNorm1d(Affine = true, TrackRunningStats = true, Momentum = 0.3)", "N 5 L",
            "nn.InstanceNorm1d(5, affine=True, track_running_stats=True, momentum=0.3)"),
        new("InstanceNorm2d(Affine = true, Eps = 0.01)", "N 5 H W", "nn.InstanceNorm2d(5, affine=True, eps=0.01)"),
        new("InstanceNorm2d", "N C=5 H W", "nn.InstanceNorm2d(5)"),
        new("InstanceNorm3d(TrackRunningStats = true)", "N 5 D H W", "nn.InstanceNorm3d(5, track_running_stats=True)"),
        new("LayerNorm", "N T 8", "nn.LayerNorm(8)"),
        new("LayerNorm(Axes = 2, Eps = 0.1)", "N 4 8", "nn.LayerNorm((4, 8), eps=0.1)"),
        new("LayerNorm(ElementwiseAffine = false)", "N 8", "nn.LayerNorm(8, elementwise_affine=False)"),
        new("LayerNorm(Bias = false)", "N 8", "net(lambda m, x: F.layer_norm(x, (8,), m.weight), weight=nn.Parameter(torch.empty(8)))"),
        new("RMSNorm", "N T 8",
            "net(lambda m, x: x * (x.square().mean(-1, keepdim=True) + torch.finfo(x.dtype).eps).rsqrt() * m.weight, weight=nn.Parameter(torch.empty(8)))"),
        new("RMSNorm(Axes = 2, Eps = 0.1)", "N 4 8",
            "net(lambda m, x: x * (x.square().mean((-2, -1), keepdim=True) + 0.1).rsqrt() * m.weight, weight=nn.Parameter(torch.empty(4, 8)))"),
        new("RMSNorm(ElementwiseAffine = false)", "N 8", "lambda x: x * (x.square().mean(-1, keepdim=True) + torch.finfo(x.dtype).eps).rsqrt()"),
        new("GroupNorm(3)", "N C=6 H W", "nn.GroupNorm(3, 6)"),
        new("GroupNorm(2, Affine = false)", "N 6", "nn.GroupNorm(2, 6, affine=False)"),
        new("GroupNorm(6, Eps = 0.1)", "N 6 L", "nn.GroupNorm(6, 6, eps=0.1)"),
        new("Hyper(\"g\", 2), Hyper(\"e\", 0.1), GroupNorm(\"g\", Eps = \"e\")", "N 6 D H W", "nn.GroupNorm(2, 6, eps=0.1)"),
        new("LocalResponseNorm(5)", "N C=8 H W", "nn.LocalResponseNorm(5)"),
        new("LocalResponseNorm(2, Alpha = 0.5, Beta = 0.3, K = 2)", "N 8 L", "nn.LocalResponseNorm(2, alpha=0.5, beta=0.3, k=2)"),
        new("LocalResponseNorm(3, Alpha = 0.5)", "N 8 D H W", "nn.LocalResponseNorm(3, alpha=0.5)"),
        new("SqueezeExcitation(4)", "N C=8 H W",
            "net(lambda m, x: x * m.fc2(m.fc1(x.mean((2, 3), keepdim=True)).relu()).sigmoid(), fc1=nn.Conv2d(8, 2, 1), fc2=nn.Conv2d(2, 8, 1))"),
        new("Hyper(\"r\", 2), SqueezeExcitation(\"r\")", "N 6 H W",
            "net(lambda m, x: x * m.fc2(m.fc1(x.mean((2, 3), keepdim=True)).relu()).sigmoid(), fc1=nn.Conv2d(6, 3, 1), fc2=nn.Conv2d(3, 6, 1))"),

        new("Dropout1d(0.3)", "N 4 L", "nn.Dropout1d(0.3)", Training.Random, "N=4000 L=3"),
        new("Dropout2d", "N 4 H W", "nn.Dropout2d()", Training.Random, "N=4000 H=2 W=2"),
        new("Dropout3d(0.2)", "N 4 D H W", "nn.Dropout3d(0.2)", Training.Random, "N=4000 D=2 H=1 W=2"),
        new("Dropout1d(0)", "N 4 L", "nn.Dropout1d(0)"),
        new("AlphaDropout", "N T", "nn.AlphaDropout()", Training.Random, "N=200 T=100"),
        new("AlphaDropout(0.1)", "N T", "nn.AlphaDropout(0.1)", Training.Random, "N=200 T=100"),
        new("FeatureAlphaDropout(0.3)", "N 4 L", "nn.FeatureAlphaDropout(0.3)", Training.Random, "N=40000 L=3"),
    ];
}
