using System.Reflection;
using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Generator.Tests.Parity;
using NeuralDsl.Operators;
using static TorchSharp.torch;

namespace NeuralDsl.Generator.Tests.Operators;

/// <summary>
/// One row a configuration: the shape, the parameters and the multiply-accumulates that the compiler states, and the same layer
/// run on the engine, whose shape and parameter count must be those.
/// </summary>
public class LayerTests
{
    /// <summary>Layers of which the last is measured, inputs as in <see cref="ParityRow"/>, output shape, parameters, multiply-accumulates.</summary>
    public static TheoryData<string, string, string, long, string> Rows => new()
    {
        { "Linear(10)", "N 30", "N 10", 310, "300*N" },
        { "Linear(10, Bias = false)", "N 5 30", "N 5 10", 300, "1500*N" },
        { "Linear(10, In = 30)", "N T 30", "N T 10", 310, "300*N*T" },
        { "Conv1d(8, 3)", "N 4 20", "N 8 18", 104, "1728*N" },
        { "Conv1d(8, 3, Stride = 2, Padding = 1)", "N 4 L", "N 8 (L+1)/2", 104, "96*N*((L+1)/2)" },
        { "Conv2d(16, 3)", "N 3 28 28", "N 16 26 26", 448, "292032*N" },
        { "Conv2d(16, 5, Padding = 2, Stride = 2)", "N C=3 H W", "N C=16 (H+1)/2 (W+1)/2", 1216, "1200*N*((H+1)/2)*((W+1)/2)" },
        { "Conv2d(8, 3, Groups = 2, Dilation = 2, Bias = false)", "N 4 9 9", "N 8 5 5", 144, "3600*N" },
        { "Conv1d(8, 4, Padding = \"same\", Dilation = 2)", "N 4 L", "N 8 L", 136, "128*L*N" },
        { "Conv1d(8, 3, Padding = \"valid\")", "N 4 20", "N 8 18", 104, "1728*N" },
        { "Conv2d(8, \"3 5\", Stride = \"2 1\", Padding = \"1 2\")", "N C=3 H W", "N C=8 (H+1)/2 W", 368, "360*N*W*((H+1)/2)" },
        { "Conv2d(8, \"1 7\", Padding = \"same\", PaddingMode = PaddingMode.Reflect)", "N 3 H W", "N 8 H W", 176, "168*H*N*W" },
        { "Conv2d(8, 3, Padding = 2, PaddingMode = PaddingMode.Circular)", "N 3 H W", "N 8 H+2 W+2", 224, "216*H*N*W+432*H*N+432*N*W+864*N" },
        { "Conv2d(8, 3, Dilation = \"1 2\", PaddingMode = PaddingMode.Replicate)", "N 3 9 9", "N 8 7 5", 224, "7560*N" },
        { "Conv3d(4, 3, Padding = 1)", "N C=2 D H W", "N C=4 D H W", 220, "216*D*H*N*W" },
        { "Conv3d(4, \"1 3 2\", Stride = \"1 2 2\", Bias = false)", "N 2 5 9 8", "N 4 5 4 4", 48, "3840*N" },
        { "ConvTranspose1d(8, 4, Stride = 2, Padding = 1)", "N 4 L", "N 8 2*L", 136, "128*L*N" },
        { "ConvTranspose1d(8, 3, Stride = 3, OutputPadding = 1, Dilation = 2)", "N 4 7", "N 8 24", 104, "672*N" },
        { "ConvTranspose2d(6, 3, Stride = 2, Padding = 1, OutputPadding = 1, Groups = 2)", "N C=4 H W", "N C=6 2*H 2*W", 114, "108*H*N*W" },
        { "ConvTranspose2d(6, \"2 3\", Stride = \"2 1\", Padding = \"0 1\", Bias = false)", "N 4 H W", "N 6 2*H W", 144, "144*H*N*W" },
        { "ConvTranspose3d(2, 2, Stride = 2)", "N 4 D H W", "N 2 2*D 2*H 2*W", 66, "64*D*H*N*W" },
        { "Linear(10, Normalize = WeightNormalization.Weight)", "N 30", "N 10", 320, "300*N" },
        { "Linear(10, Normalize = WeightNormalization.Spectral, Bias = false)", "N T 30", "N T 10", 300, "300*N*T" },
        { "Conv2d(8, 3, Normalize = WeightNormalization.Weight, Groups = 2)", "N 4 9 9", "N 8 7 7", 160, "7056*N" },
        { "Conv1d(8, 4, Normalize = WeightNormalization.Spectral, Padding = \"same\")", "N 4 L", "N 8 L", 136, "128*L*N" },
        { "ConvTranspose2d(6, 3, Normalize = WeightNormalization.Weight, Groups = 2)", "N 4 H W", "N 6 H+2 W+2", 118, "108*H*N*W" },
        { "BatchNorm1d", "N 12", "N 12", 24, "0" },
        { "BatchNorm1d(Eps = 1e-3, Momentum = 0.2)", "N 12 7", "N 12 7", 24, "0" },
        { "BatchNorm2d", "N 6 8 8", "N 6 8 8", 12, "0" },
        { "BatchNorm2d(Affine = false)", "N 6 8 8", "N 6 8 8", 0, "0" },
        { "BatchNorm1d(TrackRunningStats = false)", "N 12", "N 12", 24, "0" },
        { "BatchNorm3d", "N C=6 D H W", "N C=6 D H W", 12, "0" },
        { "InstanceNorm1d", "N 6 L", "N 6 L", 0, "0" },
        { "InstanceNorm2d(Affine = true)", "N 6 H W", "N 6 H W", 12, "0" },
        { "InstanceNorm3d(Affine = true, TrackRunningStats = true)", "N 6 D H W", "N 6 D H W", 12, "0" },
        { "LayerNorm", "N T 8", "N T 8", 16, "0" },
        { "LayerNorm(Axes = 2, Bias = false)", "N 4 8", "N 4 8", 32, "0" },
        { "LayerNorm(ElementwiseAffine = false)", "N T 8", "N T 8", 0, "0" },
        { "RMSNorm", "N T 8", "N T 8", 8, "0" },
        { "RMSNorm(Axes = 2, Eps = 1e-6)", "N 4 8", "N 4 8", 32, "0" },
        { "RMSNorm(ElementwiseAffine = false)", "N T 8", "N T 8", 0, "0" },
        { "GroupNorm(3)", "N 6 H W", "N 6 H W", 12, "0" },
        { "GroupNorm(2, Affine = false)", "N 6", "N 6", 0, "0" },
        { "LocalResponseNorm(5)", "N 8 H W", "N 8 H W", 0, "0" },
        { "SqueezeExcitation(4)", "N C=8 H W", "N C=8 H W", 42, "32*N" },
        { "Dropout1d(0.1)", "N 4 L", "N 4 L", 0, "0" },
        { "Dropout2d(0.1)", "N 4 H W", "N 4 H W", 0, "0" },
        { "Dropout3d(0.1)", "N 4 D H W", "N 4 D H W", 0, "0" },
        { "AlphaDropout", "N 30", "N 30", 0, "0" },
        { "FeatureAlphaDropout(0.1)", "N 4 L", "N 4 L", 0, "0" },
        { "ZeroPad2d(1)", "N 4 H W", "N 4 H+2 W+2", 0, "0" },
        { "ZeroPad2d(\"1 2 3 4\")", "N 4 H W", "N 4 H+7 W+3", 0, "0" },
        { "ConstantPad1d(\"1 2\", 0.5)", "N 4 L", "N 4 L+3", 0, "0" },
        { "ConstantPad2d(2, -1)", "N 4 H W", "N 4 H+4 W+4", 0, "0" },
        { "ConstantPad3d(\"0 0 1 1 2 0\", 1)", "N 4 D H W", "N 4 D+2 H+2 W", 0, "0" },
        { "ReflectionPad1d(\"1 2\")", "N 4 L", "N 4 L+3", 0, "0" },
        { "ReflectionPad2d(2)", "N 4 H W", "N 4 H+4 W+4", 0, "0" },
        { "ReflectionPad3d(1)", "N 4 D H W", "N 4 D+2 H+2 W+2", 0, "0" },
        { "ReplicationPad1d(3)", "N 4 L", "N 4 L+6", 0, "0" },
        { "ReplicationPad2d(\"1 2 0 0\")", "N 4 H W", "N 4 H W+3", 0, "0" },
        { "ReplicationPad3d(1)", "N 4 D H W", "N 4 D+2 H+2 W+2", 0, "0" },
        { "Upsample(ScaleFactor = 2)", "N C=4 H W", "N C=4 2*H 2*W", 0, "0" },
        { "Upsample(ScaleFactor = 1.5, Mode = Interpolation.Linear)", "N 4 L", "N 4 L+L/2", 0, "0" },
        { "Upsample(ScaleFactor = \"0.7 2\", Mode = Interpolation.Bicubic)", "N 4 10 9", "N 4 7 18", 0, "0" },
        { "Upsample(Size = 5, Mode = Interpolation.Trilinear, AlignCorners = true)", "N 4 D H W", "N 4 5 5 5", 0, "0" },
        { "Upsample(Size = \"2*H W+1\", Mode = Interpolation.Bilinear)", "N 4 H W", "N 4 2*H W+1", 0, "0" },
        { "PixelShuffle(2)", "N 12 H W", "N 3 2*H 2*W", 0, "0" },
        { "PixelUnshuffle(2)", "N 3 8 6", "N 12 4 3", 0, "0" },
        { "ChannelShuffle(2)", "N 6 H W", "N 6 H W", 0, "0" },
        { "Unfold(3)", "N 4 8 9", "N 36 42", 0, "0" },
        { "Unfold(\"2 3\", Stride = \"2 1\", Padding = 1, Dilation = \"1 2\")", "N C=4 H W", "N 24 W*(H/2)-2*(H/2)+W-2", 0, "0" },
        { "Fold(\"8 9\", 3)", "N 36 42", "N 4 8 9", 0, "0" },
        { "Fold(4, 2, Stride = 2)", "N 12 4", "N 3 4 4", 0, "0" },
        { "PReLU", "N 30", "N 30", 1, "0" },
        { "PReLU(PerChannel = true)", "N 6 H W", "N 6 H W", 6, "0" },
        { "GLU", "N 30", "N 15", 0, "0" },
        { "GLU(1)", "N 6 L", "N 3 L", 0, "0" },
        { "GELU(Approximate = Approximation.Tanh)", "N 30", "N 30", 0, "0" },
        { "CELU(0.5)", "N 30", "N 30", 0, "0" },
        { "Hardshrink(0.2)", "N 30", "N 30", 0, "0" },
        { "Hardsigmoid", "N 30", "N 30", 0, "0" },
        { "Hardswish", "N 30", "N 30", 0, "0" },
        { "Hardtanh(MinVal = -2, MaxVal = 0.5)", "N 30", "N 30", 0, "0" },
        { "LogSigmoid", "N 30", "N 30", 0, "0" },
        { "Mish", "N 30", "N 30", 0, "0" },
        { "RReLU(Lower = 0.1)", "N 30", "N 30", 0, "0" },
        { "ReLU6", "N 30", "N 30", 0, "0" },
        { "SELU", "N 30", "N 30", 0, "0" },
        { "Softmin", "N 30", "N 30", 0, "0" },
        { "Softmax2d", "N 3 H W", "N 3 H W", 0, "0" },
        { "Softshrink(0.2)", "N 30", "N 30", 0, "0" },
        { "Softsign", "N 30", "N 30", 0, "0" },
        { "Tanhshrink", "N 30", "N 30", 0, "0" },
        { "Threshold(0.1, 2)", "N 30", "N 30", 0, "0" },
        { "Abs", "N 30", "N 30", 0, "0" },
        { "Exp", "N 30", "N 30", 0, "0" },
        { "Log", "N 30", "N 30", 0, "0" },
        { "Neg", "N 30", "N 30", 0, "0" },
        { "Pow(3)", "N 30", "N 30", 0, "0" },
        { "Scale(-0.5)", "N 30", "N 30", 0, "0" },
        { "Sqrt", "N 30", "N 30", 0, "0" },
        { "Square", "N 30", "N 30", 0, "0" },
        { "Clamp(Min = -1)", "N 30", "N 30", 0, "0" },
        { "Clamp(Min = -1, Max = 0.5)", "N 30", "N 30", 0, "0" },
        { "Identity", "N T 5", "N T 5", 0, "0" },
        { "Detach", "N T 5", "N T 5", 0, "0" },
        { "Identity, Noise(\"N 7 T\")", "N T 5", "N 7 T", 0, "0" },
        { "Subtract(\"y\")", "N T 5, N T 5", "N T 5", 0, "0" },
        { "Divide(\"y, z\")", "N T 5, N 1 5, N T 5", "N T 5", 0, "0" },
        { "Maximum(\"y, y\")", "N T 5, N T 5", "N T 5", 0, "0" },
        { "Minimum(\"y\")", "N T 5, N T 1", "N T 5", 0, "0" },
        { "CosineSimilarity(\"y\")", "N 5 T, N 5 T", "N T", 0, "0" },
        { "PairwiseDistance(\"y\", P = 1, KeepDim = true)", "N T 5, N T 5", "N T 1", 0, "0" },
        { "Bilinear(4, \"y\")", "N T 5, N T 3", "N T 4", 64, "60*N*T" },
        { "Bilinear(4, \"y\", Bias = false)", "N 5, N 3", "N 4", 60, "60*N" },
        { "DropPath(0.2)", "N T 5", "N T 5", 0, "0" },
        { "Dropout", "N 30", "N 30", 0, "0" },
        { "Dropout(0.25)", "N 30", "N 30", 0, "0" },
        { "MaxPool1d(2)", "N 4 9", "N 4 4", 0, "0" },
        { "MaxPool2d(2)", "N 4 9 8", "N 4 4 4", 0, "0" },
        { "MaxPool2d(3, Stride = 2, Padding = 1)", "N 4 H W", "N 4 (H+1)/2 (W+1)/2", 0, "0" },
        { "AvgPool1d(3)", "N 4 9", "N 4 3", 0, "0" },
        { "AvgPool2d(2, Stride = 1)", "N 4 9 8", "N 4 8 7", 0, "0" },
        { "AvgPool2d(3, Padding = 1)", "N 4 9 9", "N 4 3 3", 0, "0" },
        { "MaxPool1d(3, Dilation = 2, Stride = 1)", "N 4 9", "N 4 5", 0, "0" },
        { "MaxPool1d(2, CeilMode = true)", "N 4 L", "N 4 (L+1)/2", 0, "0" },
        { "MaxPool2d(2, Padding = 1, CeilMode = true)", "N 4 9 8", "N 4 5 5", 0, "0" },
        { "MaxPool2d(2, Stride = 4, CeilMode = true)", "N 4 9 8", "N 4 3 2", 0, "0" },
        { "MaxPool2d(\"2 3\", Stride = \"1 2\", Padding = \"0 1\", Dilation = \"2 1\")", "N 4 9 8", "N 4 7 4", 0, "0" },
        { "MaxPool3d(2)", "N 4 9 8 7", "N 4 4 4 3", 0, "0" },
        { "MaxPool3d(\"1 2 2\", Padding = \"0 1 1\")", "N 4 D H W", "N 4 D H/2+1 W/2+1", 0, "0" },
        { "AvgPool1d(4, Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = false)", "N 4 9", "N 4 5", 0, "0" },
        { "AvgPool2d(\"2 3\", DivisorOverride = 5)", "N 4 9 8", "N 4 4 2", 0, "0" },
        { "AvgPool3d(2, Stride = \"1 2 2\", CeilMode = true, DivisorOverride = 3)", "N 4 9 8 7", "N 4 8 4 4", 0, "0" },
        { "LPPool1d(2, 3)", "N 4 L", "N 4 L/3", 0, "0" },
        { "LPPool2d(1.5, \"2 3\", Stride = 2, CeilMode = true)", "N 4 9 8", "N 4 5 4", 0, "0" },
        { "AdaptiveAvgPool2d(\"? 3\")", "N 4 H W", "N 4 H 3", 0, "0" },
        { "AdaptiveAvgPool3d(\"2 ? 3\")", "N 4 D H W", "N 4 2 H 3", 0, "0" },
        { "AdaptiveMaxPool1d(3)", "N 4 L", "N 4 3", 0, "0" },
        { "AdaptiveMaxPool2d(2)", "N 4 H W", "N 4 2 2", 0, "0" },
        { "AdaptiveMaxPool3d(2)", "N 4 D H W", "N 4 2 2 2", 0, "0" },
        { "AdaptiveAvgPool1d(3)", "N 4 L", "N 4 3", 0, "0" },
        { "AdaptiveAvgPool2d(1)", "N C=4 H W", "N C=4 1 1", 0, "0" },
        { "Flatten", "N 4 3 2", "N 24", 0, "0" },
        { "Flatten(0, 1)", "N T 8", "N*T 8", 0, "0" },
        { "Flatten(-2)", "N 4 3 T", "N 4 3*T", 0, "0" },
        { "Reparameterize(\"x, x\")", "N 30", "N 30", 0, "0" },
        { "ReLU", "N 30", "N 30", 0, "0" },
        { "LeakyReLU(0.2)", "N 30", "N 30", 0, "0" },
        { "ELU(0.5)", "N 30", "N 30", 0, "0" },
        { "GELU", "N 30", "N 30", 0, "0" },
        { "SiLU", "N 30", "N 30", 0, "0" },
        { "Sigmoid", "N 30", "N 30", 0, "0" },
        { "Tanh", "N 30", "N 30", 0, "0" },
        { "Softplus(2)", "N 30", "N 30", 0, "0" },
        { "Softmax", "N 30", "N 30", 0, "0" },
        { "Softmax(1)", "N 4 5", "N 4 5", 0, "0" },
        { "LogSoftmax", "N 30", "N 30", 0, "0" },
        { "Add(\"x\")", "N T 5", "N T 5", 0, "0" },
        { "Reduce(\"n t d -> n 1 d\"), Add(\"x\")", "N T 5", "N T 5", 0, "0" },
        { "Multiply(\"x, x\")", "N C=3 H W", "N C=3 H W", 0, "0" },
        { "Permute(0, 2, 1), MatMul(\"x\")", "N 4 5", "N 5 5", 0, "100*N" },
        { "Concat(\"x, x\")", "N T 5", "N 2*T 5", 0, "0" },
        { "Concat(\"x, x\", Axis = -1)", "N T 5", "N T 10", 0, "0" },
        { "Stack(\"x, x, x\")", "N 5", "3 N 5", 0, "0" },
        { "Stack(\"x, x\", Axis = -1)", "N 5", "N 5 2", 0, "0" },
        { "Rearrange(\"n t (h e) -> n h t e\", \"h=4\")", "N T 12", "N 4 T 3", 0, "0" },
        { "Rearrange(\"n h t e -> n t (h e)\")", "N 4 T 3", "N T 12", 0, "0" },
        { "Rearrange(\"n (t r) d -> n t (r d)\", \"r=1\")", "N T 12", "N T 12", 0, "0" },
        { "Rearrange(\"n 1 d -> n d 1\")", "N 1 12", "N 12 1", 0, "0" },
        { "Rearrange(\"n c (h a) (w b) -> n (c a b) h w\", \"a=2, b=3\")", "N 2 4 6", "N 12 2 2", 0, "0" },
        { "Rearrange(\"n d -> n d\")", "N 12", "N 12", 0, "0" },
        { "Reduce(\"n c h w -> n c\")", "N C=3 H W", "N C=3", 0, "0" },
        { "Reduce(\"n c h w -> n c\", Reduction.Max)", "N C=3 H W", "N C=3", 0, "0" },
        { "Reduce(\"n t d -> d n\", Reduction.Sum)", "N T 5", "5 N", 0, "0" },
        { "Reduce(\"n c (h a) (w b) -> n c h w\", Reduction.Min, \"a=2, b=2\")", "N 3 4 6", "N 3 2 3", 0, "0" },
        { "Repeat(\"n d -> n t d\", \"t=4\")", "N 5", "N 4 5", 0, "0" },
        { "Repeat(\"n d -> n (d r)\", \"r=2\")", "N 5", "N 10", 0, "0" },
        { "Reshape(\"N 2 T*6\")", "N T 12", "N 2 6*T", 0, "0" },
        { "Unflatten(1, \"C=3 H=2 W=2\")", "N 12", "N C=3 H=2 W=2", 0, "0" },
        { "Permute(0, 2, 3, 1)", "N C=3 H W", "N H W C=3", 0, "0" },
        { "Squeeze(1)", "N 1 5", "N 5", 0, "0" },
        { "Unsqueeze(-1)", "N 5", "N 5 1", 0, "0" },
        { "Select(1, -2)", "N 4 5", "N 5", 0, "0" },
        { "Select(1, 3)", "N T 5", "N 5", 0, "0" },
        { "Slice(1, 1, 4)", "N 6 5", "N 3 5", 0, "0" },
        { "Slice(-1, 0, 5, Step = 2)", "N T 5", "N T 3", 0, "0" },
        { "Last", "N T 5", "N 5", 0, "0" },
        { "Embedding(7, 4)", "Int64 0..7 N T", "N T 4", 28, "0" },
        { "EmbeddingBag(7, 4, Mode = Reduction.Sum, Weights = \"y\")", "Int64 0..7 N T, N T", "N 4", 28, "0" },
        { "PositionEmbedding(9, Offset = 2)", "N T 4", "N T 4", 36, "0" },
        { "SinusoidalPositionEncoding", "N T 4", "N T 4", 0, "0" },
        { "RotaryEmbedding", "N 3 T 4", "N 3 T 4", 0, "0" },
        { "ScaledDotProductAttention(\"y, z\")", "N 2 T 6, N 2 S 6, N 2 S 3", "N 2 T 3", 0, "18*N*S*T" },
        { "SelfAttention(4)", "N T 16", "N T 16", 1088, "32*N*T*T+1024*N*T" },
        { "SelfAttention(4, KeyValueHeads = 2, Width = 8, Bias = false)", "N T 16", "N T 16", 384, "16*N*T*T+384*N*T" },
        { "CrossAttention(\"y\", 2)", "N T 8, N S 6", "N T 8", 256, "16*N*S*T+96*N*S+128*N*T" },
        { "MultiheadAttention(\"y, z\", 2)", "N T 8, N S 8, N S 8", "N T 8", 288, "16*N*S*T+128*N*S+128*N*T" },
        { "TransformerEncoderLayer(2, FeedForward = 6)", "N T 8", "N T 8", 430, "16*N*T*T+352*N*T" },
        { "TransformerEncoder(2, 3, FeedForward = 6, FinalNorm = true)", "N T 8", "N T 8", 1306, "48*N*T*T+1056*N*T" },
        { "TransformerDecoderLayer(\"y\", 2, FeedForward = 6)", "N T 8, N S 8", "N T 8", 734, "16*N*S*T+16*N*T*T+128*N*S+480*N*T" },
        { "TransformerDecoder(\"y\", 2, 2, FeedForward = 6)", "N T 8, N S 8", "N T 8", 1468, "32*N*S*T+32*N*T*T+256*N*S+960*N*T" },
        { "Transformer(\"y\")", "N S 512, N T 512", "N T 512", 44140544, "6144*N*S*S+6144*N*S*T+6144*N*T*T+22020096*N*S+22020096*N*T" },
        { "RNN(6)", "N T 5", "N T 6", 78, "66*N*T" },
        { "RNN(6, Layers = 3, Bias = false)", "N T 5", "N T 6", 210, "210*N*T" },
        { "GRU(6, Bidirectional = true, State = \"y\")", "N T 5, N 2 6", "N T 12", 468, "396*N*T" },
        { "LSTM(6, Layers = 2)", "N T 5", "N T 6", 648, "552*N*T" },
        { "RNNCell(6)", "N 5", "N 6", 78, "66*N" },
        { "GRUCell(6, State = \"y\")", "N 5, N 6", "N 6", 234, "198*N" },
        { "LSTMCell(6, State = \"y, z\")", "N 5, N 6, N 6", "N 6", 312, "264*N" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_layer_has_the_stated_shape_parameters_and_cost(string layer, string input, string output, long parameters, string cost)
    {
        var model = CompiledSource.Check(Row(layer, input).Declare("Net")).Model;
        Assert.NotNull(model);
        var typed = model.Layers[^1];
        Assert.Equal(output, typed.Output.Shape.ToString());
        Assert.Equal(parameters, typed.ParameterCount);
        Assert.Equal(cost, typed.MultiplyAccumulates.Text);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_engine_agrees(string layer, string input, string output, long parameters, string cost)
    {
        _ = cost;
        using var model = (nn.Module)CompiledSource.Load("global using NeuralDsl;", Row(layer, input).Declare("Net")).Create("Net");
        // Every symbol has a size of its own, so that no two can be confused.
        var sizes = Row(layer, input).SizeOf;
        Tensor[] inputs = [.. Row(layer, input).InputTensors.Select(tensor => tensor.Create(sizes, new(1)))];
        using var y = (Tensor)model.GetType().GetMethod("forward")!.Invoke(model, BindingFlags.DoNotWrapExceptions, null, [.. inputs], null)!;
        Assert.Equal(NeuralDsl.Shapes.ShapeParser.Parse(output).Axes.Select(axis => axis.Size.Evaluate(symbol => sizes[symbol])!.Value), y.shape);
        Assert.Equal(parameters, model.parameters().Sum(parameter => parameter.numel()));
    }

    /// <summary>A new attribute must come with its operator and with a row above.</summary>
    [Fact]
    public void Every_attribute_has_an_operator_and_every_layer_a_row()
    {
        var attributes = typeof(ModelAttribute).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ModelElementAttribute)));
        string NameOf(MemberInfo type) => type.Name.Split('`')[0][..^nameof(Attribute).Length];
        // Another model's, or the user's own: BlockTests runs them.
        string[] own = ["Apply", "Block", "Module"];
        string[] Names<T>() => [.. attributes.Where(type => type.IsSubclassOf(typeof(T))).Select(NameOf).Order(StringComparer.Ordinal)];

        Assert.Equal(Names<LayerAttribute>(), Catalogue.Layers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Names<LossAttribute>(), Catalogue.Losses.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Names<ScheduleAttribute>(), Catalogue.Schedules.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Names<OptimizerAttribute>(), Catalogue.Optimizers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Names<LayerAttribute>().Except(own), Rows.Select(row => Row((string)row[0], "").Operators.Last()).Distinct().Order(StringComparer.Ordinal));
    }

    private static ParityRow Row(string layer, string input) => new(layer, input, "");
}
