namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>What adds elements, resizes, and moves between pixels, channels and windows.</summary>
internal static class ResamplingRows
{
    public static readonly ParityRow[] All =
    [
        new("ZeroPad2d(1)", "N C=4 H W", "nn.ZeroPad2d(1)"),
        new("ZeroPad2d(\"1 2 3 0\")", "N 4 H W", "nn.ZeroPad2d((1, 2, 3, 0))"),
        new("ConstantPad1d(2, 0.5)", "N 4 L", "nn.ConstantPad1d(2, 0.5)"),
        new("ConstantPad1d(\"1 2\", -1)", "N 4 L", "nn.ConstantPad1d((1, 2), -1)"),
        new("ConstantPad2d(\"1 2 3 0\", 2)", "N 4 H W", "nn.ConstantPad2d((1, 2, 3, 0), 2)"),
        new("Hyper(\"p\", 1), Hyper(\"v\", 0.5), ConstantPad2d(\"p\", \"v\")", "N 4 H W", "nn.ConstantPad2d(1, 0.5)"),
        new("ConstantPad3d(\"1 0 2 0 1 3\", 1.5)", "N 4 D H W", "nn.ConstantPad3d((1, 0, 2, 0, 1, 3), 1.5)"),
        new("ReflectionPad1d(\"1 3\")", "N 4 L", "nn.ReflectionPad1d((1, 3))"),
        new("ReflectionPad2d(\"1 2 0 3\")", "N 4 H W", "nn.ReflectionPad2d((1, 2, 0, 3))"),
        new("ReflectionPad3d(\"1 2 0 3 1 1\")", "N 4 D H W", "nn.ReflectionPad3d((1, 2, 0, 3, 1, 1))"),
        new("ReplicationPad1d(4)", "N 4 L", "nn.ReplicationPad1d(4)"),
        new("ReplicationPad2d(\"1 2 0 3\")", "N 4 H W", "nn.ReplicationPad2d((1, 2, 0, 3))"),
        new("ReplicationPad3d(2)", "N 4 D H W", "nn.ReplicationPad3d(2)"),

        new("Upsample(ScaleFactor = 2)", "N C=4 H W", "nn.Upsample(scale_factor=2)"),
        new("Upsample(ScaleFactor = 3)", "N 4 L", "nn.Upsample(scale_factor=3)"),
        new("Upsample(ScaleFactor = 2)", "N 4 D H W", "nn.Upsample(scale_factor=2)"),
        new("Upsample(ScaleFactor = 1.5, Mode = Interpolation.Linear)", "N 4 L", "nn.Upsample(scale_factor=1.5, mode=\"linear\")"),
        new("Upsample(ScaleFactor = \"2 1.5\", Mode = Interpolation.Bilinear)", "N 4 H W", "nn.Upsample(scale_factor=(2, 1.5), mode=\"bilinear\")"),
        new("Upsample(ScaleFactor = \"0.7 2.3\", Mode = Interpolation.Bilinear)", "N 4 10 9", "nn.Upsample(scale_factor=(0.7, 2.3), mode=\"bilinear\")"),
        new("Upsample(ScaleFactor = 2, Mode = Interpolation.Bilinear, AlignCorners = true)", "N 4 H W",
            "nn.Upsample(scale_factor=2, mode=\"bilinear\", align_corners=True)"),
        new("Upsample(ScaleFactor = 2, Mode = Interpolation.Bicubic)", "N 4 H W", "nn.Upsample(scale_factor=2, mode=\"bicubic\")"),
        new("Upsample(Size = 5, Mode = Interpolation.Trilinear, AlignCorners = true)", "N 4 D H W",
            "nn.Upsample(size=5, mode=\"trilinear\", align_corners=True)"),
        new("Upsample(Size = \"2*H W+3\")", "N 4 H W", "nn.Upsample(size=(2 * H, W + 3))"),
        new("Upsample(Size = \"5 4\", Mode = Interpolation.Area)", "N 4 H W", "lambda x: F.interpolate(x, (5, 4), mode=\"area\")"),
        new("Upsample(ScaleFactor = 2.5, Mode = Interpolation.NearestExact)", "N 4 H W",
            "lambda x: F.interpolate(x, scale_factor=2.5, mode=\"nearest-exact\")"),
        new("PixelShuffle(2)", "N 12 H W", "nn.PixelShuffle(2)"),
        new("PixelUnshuffle(3)", "N 2 6 9", "nn.PixelUnshuffle(3)"),
        new("ChannelShuffle(2)", "N 6 H W", "lambda x: x.reshape(N, 2, 3, H, W).transpose(1, 2).reshape(N, 6, H, W)"),
        new("ChannelShuffle(3)", "N 6 L", "lambda x: x.reshape(N, 3, 2, L).transpose(1, 2).reshape(N, 6, L)"),
        new("Unfold(3)", "N C=4 H W", "nn.Unfold(3)"),
        new("Unfold(\"2 3\", Stride = \"2 1\", Padding = \"1 0\", Dilation = \"1 2\")", "N 4 H W",
            "nn.Unfold((2, 3), stride=(2, 1), padding=(1, 0), dilation=(1, 2))"),
        new("Fold(\"8 9\", 3)", "N 36 42", "nn.Fold((8, 9), 3)"),
        new("Fold(6, \"2 3\", Stride = \"2 1\", Padding = \"1 0\", Dilation = \"1 2\")", "N 24 8",
            "nn.Fold(6, (2, 3), stride=(2, 1), padding=(1, 0), dilation=(1, 2))"),
        new("Unfold(2, Stride = 2), Fold(\"8 6\", 2, Stride = 2)", "N 3 8 6", "lambda x: x"),
    ];
}
