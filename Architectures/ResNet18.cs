namespace NeuralDsl.Architectures;

/// <summary>ResNet-18 (He et al., 2015), with torchvision's names.</summary>
[Model]
[Hyper("width", 64), Hyper("classes", 1000)]
[Input("image", "N C=3 H W")]
[Conv2d("width", 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU, MaxPool2d(3, Stride = 2, Padding = 1)]
[Block<BasicBlock>("from=width, channels=width", Repeat = 2, Name = "layer1")]
[Block<BasicBlock>("from=[width,2*width], channels=2*width, stride=[2,1]", Name = "layer2")]
[Block<BasicBlock>("from=[2*width,4*width], channels=4*width, stride=[2,1]", Name = "layer3")]
[Block<BasicBlock>("from=[4*width,8*width], channels=8*width, stride=[2,1]", Name = "layer4")]
[AdaptiveAvgPool2d(1), Flatten, Linear("classes", Name = "fc")]
public partial class ResNet18;

/// <summary>Two 3×3 convolutions around which the input is added.</summary>
[Model]
[Hyper("from", 64), Hyper("channels", 64), Hyper("stride", 1)]
[Input("x", "N from H W")]
[Conv2d("channels", 3, Stride = "stride", Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d("channels", 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
[Block<Downsample>(From = "x", If = "stride != 1 || from != channels", Name = "downsample")]
[Add("bn2"), ReLU]
public partial class BasicBlock;

/// <summary>Brings a residual to the size of what it is added to.</summary>
[Model]
[Hyper("from", 64), Hyper("channels", 64), Hyper("stride", 1)]
[Input("x", "N from H W")]
[Conv2d("channels", 1, Stride = "stride", Bias = false, Key = "0"), BatchNorm2d(Key = "1")]
public partial class Downsample;
