namespace NeuralDsl.Architectures;

/// <summary>MobileNetV2 at width 1 (Sandler et al., 2018), with torchvision's names.</summary>
[Model]
[Hyper("classes", 1000)]
[Input("image", "N C=3 H W")]
[Block<MobileNetV2Features>(Name = "features"), AdaptiveAvgPool2d(1), Flatten]
[Block<MobileNetV2Classifier>(Name = "classifier")]
public partial class MobileNetV2;

/// <summary>The convolutions of MobileNetV2.</summary>
[Model]
[Input("image", "N C=3 H W")]
[Block<ConvBatchNormReLU6>("from=3, channels=32, kernel=3, padding=1, stride=2", Key = "0")]
[Block<FirstBottleneck>(Key = "1")]
[Block<InvertedBottleneck>("from=16, channels=24, stride=2", Key = "2")]
[Block<InvertedResidual>("channels=24", Key = "3")]
[Block<InvertedBottleneck>("from=24, channels=32, stride=2", Key = "4")]
[Block<InvertedResidual>("channels=32", Key = "5"), Block<InvertedResidual>("channels=32", Key = "6")]
[Block<InvertedBottleneck>("from=32, channels=64, stride=2", Key = "7")]
[Block<InvertedResidual>("channels=64", Key = "8"), Block<InvertedResidual>("channels=64", Key = "9"), Block<InvertedResidual>("channels=64", Key = "10")]
[Block<InvertedBottleneck>("from=64, channels=96", Key = "11")]
[Block<InvertedResidual>("channels=96", Key = "12"), Block<InvertedResidual>("channels=96", Key = "13")]
[Block<InvertedBottleneck>("from=96, channels=160, stride=2", Key = "14")]
[Block<InvertedResidual>("channels=160", Key = "15"), Block<InvertedResidual>("channels=160", Key = "16")]
[Block<InvertedBottleneck>("from=160, channels=320", Key = "17")]
[Block<ConvBatchNormReLU6>("from=320, channels=1280", Key = "18")]
public partial class MobileNetV2Features;

/// <summary>A convolution without bias, normalized and cut at 6.</summary>
[Model]
[Hyper("from", 32), Hyper("channels", 32), Hyper("kernel", 1), Hyper("padding", 0), Hyper("stride", 1), Hyper("groups", 1)]
[Input("x", "N from H W")]
[Conv2d("channels", "kernel", Stride = "stride", Padding = "padding", Groups = "groups", Bias = false, Key = "0"), BatchNorm2d(Key = "1"), ReLU6]
public partial class ConvBatchNormReLU6;

/// <summary>The first bottleneck, which does not expand its 32 channels.</summary>
[Model]
[Input("x", "N 32 H W")]
[Block<FirstBottleneckConvolutions>(Name = "conv")]
public partial class FirstBottleneck;

/// <summary>The convolutions of the first bottleneck.</summary>
[Model]
[Input("x", "N 32 H W")]
[Block<ConvBatchNormReLU6>("from=32, channels=32, kernel=3, padding=1, groups=32", Key = "0")]
[Conv2d(16, 1, Bias = false, Key = "1"), BatchNorm2d(Key = "2")]
public partial class FirstBottleneckConvolutions;

/// <summary>Expands channels sixfold, filters each by itself, and projects them.</summary>
[Model]
[Hyper("from", 16), Hyper("channels", 24), Hyper("stride", 1)]
[Input("x", "N from H W")]
[Block<InvertedConvolutions>(Name = "conv")]
public partial class InvertedBottleneck;

/// <summary>The same around which the input is added.</summary>
[Model]
[Hyper("channels", 24)]
[Input("x", "N channels H W")]
[Block<InvertedConvolutions>("from=channels", Name = "conv"), Add("x")]
public partial class InvertedResidual;

/// <summary>The convolutions of an inverted bottleneck.</summary>
[Model]
[Hyper("from", 16), Hyper("channels", 24), Hyper("stride", 1)]
[Input("x", "N from H W")]
[Block<ConvBatchNormReLU6>("channels=6*from, stride=1", Key = "0")]
[Block<ConvBatchNormReLU6>("from=6*from, channels=6*from, kernel=3, padding=1, groups=6*from", Key = "1")]
[Conv2d("channels", 1, Bias = false, Key = "2"), BatchNorm2d(Key = "3")]
public partial class InvertedConvolutions;

/// <summary>The last layer of MobileNetV2.</summary>
[Model]
[Hyper("classes", 1000)]
[Input("features", "N 1280")]
[Dropout(0.2), Linear("classes", Key = "1")]
public partial class MobileNetV2Classifier;
