namespace NeuralDsl.Architectures;

/// <summary>ResNet-50 (He et al., 2015), whose stages stride in the 3×3 convolution as torchvision's do.</summary>
[Model]
[Hyper("width", 64), Hyper("classes", 1000)]
[Input("image", "N C=3 H W")]
[Conv2d("width", 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU, MaxPool2d(3, Stride = 2, Padding = 1)]
[Block<Bottleneck>("from=[width,4*width,4*width]", Name = "layer1")]
[Block<Bottleneck>("from=[4*width,8*width,8*width,8*width], width=2*width, stride=[2,1,1,1]", Name = "layer2")]
[Block<Bottleneck>("from=[8*width,16*width,16*width,16*width,16*width,16*width], width=4*width, stride=[2,1,1,1,1,1]", Name = "layer3")]
[Block<Bottleneck>("from=[16*width,32*width,32*width], width=8*width, stride=[2,1,1]", Name = "layer4")]
[AdaptiveAvgPool2d(1), Flatten, Linear("classes", Name = "fc")]
public partial class ResNet50;

/// <summary>A 3×3 convolution between two 1×1 ones, around which the input is added.</summary>
[Model]
[Hyper("from", 256), Hyper("width", 64), Hyper("stride", 1)]
[Input("x", "N from H W")]
[Conv2d("width", 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d("width", 3, Stride = "stride", Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
[Conv2d("4*width", 1, Bias = false, Name = "conv3"), BatchNorm2d(Name = "bn3")]
[Block<Downsample>("channels=4*width", From = "x", If = "stride != 1 || from != 4*width", Name = "downsample")]
[Add("bn3"), ReLU]
public partial class Bottleneck;
