using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Generator.Tests.Parity;

namespace NeuralDsl.Generator.Tests.Operators;

/// <summary>What layers refuse: one error each, at the argument or its characters.</summary>
public class LayerFaultTests
{
    /// <summary>Layers, inputs, the underlined text, the error.</summary>
    public static TheoryData<string, string, string, string> Rows => new()
    {
        { "Conv2d(8, \"3 5 7\")", "N 3 H W", "\"3 5 7\"", "NDSL0202" },
        { "Conv1d(8, \"3 5\")", "N 3 L", "\"3 5\"", "NDSL0202" },
        { "Conv2d(8, \"3 0\")", "N 3 H W", "\"3 0\"", "NDSL0202" },
        { "Conv2d(8, \"3 k\")", "N 3 H W", "k", "NDSL0101" },
        { "Conv2d(8, \"3 5+\")", "N 3 H W", "\"", "NDSL0201" },
        { "Conv2d(8, 3, Padding = \"some\")", "N 3 H W", "some", "NDSL0101" },
        { "Conv2d(8, 3, Padding = \"same\", Stride = \"1 2\")", "N 3 H W", "Stride = \"1 2\"", "NDSL0202" },
        { "Conv2d(8, 5, Padding = \"0 6\", PaddingMode = PaddingMode.Reflect)", "N 3 H 6", "Padding = \"0 6\"", "NDSL0202" },
        { "Conv2d(8, 5, Padding = \"0 7\", PaddingMode = PaddingMode.Circular)", "N 3 H 6", "Padding = \"0 7\"", "NDSL0202" },
        { "Conv2d(8, \"3 7\", Padding = \"1 0\")", "N 3 H 6", "\"3 7\"", "NDSL1201" },
        { "Conv3d(8, 3)", "N 3 H W", "Conv3d(8, 3)", "NDSL1101" },
        { "Conv3d(8, 3, Groups = 3)", "N 4 D H W", "Groups = 3", "NDSL1202" },
        { "ConvTranspose2d(8, 3, OutputPadding = 1)", "N 3 H W", "OutputPadding = 1", "NDSL0202" },
        { "ConvTranspose1d(8, 3, Padding = 6)", "N 3 10", "Padding = 6", "NDSL1201" },
        { "ConvTranspose2d(9, 3, Groups = 2)", "N 4 H W", "Groups = 2", "NDSL1202" },
        { "MaxPool2d(\"2 3\", Padding = \"1 2\")", "N 3 H W", "Padding = \"1 2\"", "NDSL0202" },
        { "MaxPool1d(3, Dilation = 2)", "N 3 4", "3", "NDSL1201" },
        { "AvgPool2d(2, DivisorOverride = 0)", "N 3 H W", "DivisorOverride = 0", "NDSL0202" },
        { "LPPool1d(0, 2)", "N 3 L", "0", "NDSL0202" },
        { "AdaptiveAvgPool2d(\"? 3 3\")", "N 3 H W", "\"? 3 3\"", "NDSL0202" },
        { "ZeroPad2d(\"1 2\")", "N 3 H W", "\"1 2\"", "NDSL0202" },
        { "ReflectionPad1d(\"1 6\")", "N 3 6", "\"1 6\"", "NDSL0202" },
        { "ConstantPad1d(-1, 0)", "N 3 6", "-1", "NDSL0202" },
        { "Upsample(Mode = Interpolation.Bilinear)", "N 3 H W", "Upsample(Mode = Interpolation.Bilinear)", "NDSL0202" },
        { "Upsample(ScaleFactor = 2, AlignCorners = true)", "N 3 H W", "AlignCorners = true", "NDSL0202" },
        { "Upsample(ScaleFactor = 2, Mode = Interpolation.Trilinear)", "N 3 H W", "Upsample(ScaleFactor = 2, Mode = Interpolation.Trilinear)", "NDSL1101" },
        { "Upsample(ScaleFactor = 0.3)", "N 3 H W", "ScaleFactor = 0.3", "NDSL0202" },
        { "Upsample(ScaleFactor = \"2 x\")", "N 3 H W", "x", "NDSL0201" },
        { "Upsample(ScaleFactor = \"2 2 2\")", "N 3 H W", "ScaleFactor = \"2 2 2\"", "NDSL0202" },
        { "Upsample(ScaleFactor = 0.1)", "N 3 8", "ScaleFactor = 0.1", "NDSL1201" },
        { "Upsample(Size = \"H S\")", "N 3 H W", "S", "NDSL0203" },
        { "PixelShuffle(2)", "N 6 H W", "2", "NDSL1209" },
        { "PixelUnshuffle(2)", "N 6 9 8", "2", "NDSL1209" },
        { "ChannelShuffle(4)", "N 6 H W", "4", "NDSL1202" },
        { "Fold(\"8 9\", 3)", "N 36 41", "\"8 9\"", "NDSL1211" },
        { "Fold(8, 3)", "N 35 36", "3", "NDSL1209" },
        { "LayerNorm(Axes = 3)", "N 8", "LayerNorm(Axes = 3)", "NDSL1101" },
        { "LayerNorm", "N T", "LayerNorm", "NDSL1204" },
        { "RMSNorm(Eps = -1)", "N 8", "Eps = -1", "NDSL0202" },
        { "GroupNorm(4)", "N 6 L", "4", "NDSL1202" },
        { "InstanceNorm2d", "N C=3 L", "InstanceNorm2d", "NDSL1101" },
        { "SqueezeExcitation(16)", "N 8 H W", "16", "NDSL0202" },
        { "Dropout2d(0.1)", "N 8", "Dropout2d(0.1)", "NDSL1101" },
        { "AlphaDropout(1.5)", "N 8", "1.5", "NDSL0202" },
        { "CELU(0)", "N 8", "0", "NDSL0202" },
        { "Softshrink(-1)", "N 8", "-1", "NDSL0202" },
        { "Clamp", "N 8", "Clamp", "NDSL0202" },
        { "Clamp(Min = 1, Max = 0)", "N 8", "Max = 0", "NDSL0202" },
        { "GLU", "N 7", "GLU", "NDSL1209" },
        { "GLU(3)", "N 8", "3", "NDSL1104" },
        { "PReLU(PerChannel = true)", "N C H W", "PReLU(PerChannel = true)", "NDSL1204" },
        { "ReLU6", "Int64 0..9 N 8", "ReLU6", "NDSL1102" },
        { "Divide(\"x\")", "Int64 0..9 N 8", "Divide(\"x\")", "NDSL1102" },
        { "Maximum(\"y\")", "N 8, N 7", "\"y\"", "NDSL1207" },
        { "CosineSimilarity(\"y\")", "N 8, N 7", "\"y\"", "NDSL1207" },
        { "CosineSimilarity(\"y\", Axis = 2)", "N 8, N 8", "Axis = 2", "NDSL1104" },
        { "PairwiseDistance(\"y\")", "N 8, N T 8", "\"y\"", "NDSL1207" },
        { "Bilinear(4, \"y\")", "N 8, N T", "Bilinear(4, \"y\")", "NDSL1204" },
        { "Bilinear(4, \"y\")", "N T 8, N 8", "\"y\"", "NDSL1207" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_a_layer_refuses_is_one_error_at_its_place(string layer, string inputs, string underlined, string id)
    {
        var compilation = ModelCompilation.Create("global using NeuralDsl;", new ParityRow(layer, inputs, "").Declare("Net"));
        var error = Assert.Single(await ModelCompilation.AnalyzeAsync(compilation));
        var place = error.Location;
        Assert.Equal((id, underlined), (error.Id, place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length)));
    }

    /// <summary>What a symbol decides is checked when the model runs, in the words of the error.</summary>
    [Theory]
    [InlineData("ReflectionPad1d(\"1 4\")", 5, 4, "needs L >= 5")]
    [InlineData("Conv1d(2, 3, Padding = 4, PaddingMode = PaddingMode.Reflect)", 5, 4, "needs L >= 5")]
    [InlineData("ConvTranspose1d(2, 3, Padding = 3)", 5, 4, "needs L >= 5")]
    [InlineData("MaxPool1d(4, Stride = 3, CeilMode = true)", 2, 1, "needs L >= 2")]
    public void Sizes_that_do_not_fit_are_refused_at_run_time(string layer, long fitting, long tooSmall, string message)
    {
        using var model = CompiledSource.Load("global using NeuralDsl;", new ParityRow(layer, "N 3 L", "").Declare("Net")).CreateModel("Net");
        using var x = TorchSharp.torch.rand(2, 3, fitting);
        using var y = model.call(x);
        using var small = TorchSharp.torch.rand(2, 3, tooSmall);
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => model.call(small)).Message, StringComparison.Ordinal);
    }
}
