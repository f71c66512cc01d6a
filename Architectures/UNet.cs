namespace NeuralDsl.Architectures;

/// <summary>
/// U-Net (Ronneberger et al., 2015) with padded convolutions and batch normalization, so that the mask is as large as the image, whose sides
/// are divisible by 16.
/// </summary>
[Model]
[Hyper("width", 64), Hyper("classes", 2)]
[Input("image", "N C=3 16*h 16*w")]
[Block<DoubleConvolution>("from=3, channels=width", Name = "down1"), MaxPool2d(2)]
[Block<DoubleConvolution>("from=width, channels=2*width", Name = "down2"), MaxPool2d(2)]
[Block<DoubleConvolution>("from=2*width, channels=4*width", Name = "down3"), MaxPool2d(2)]
[Block<DoubleConvolution>("from=4*width, channels=8*width", Name = "down4"), MaxPool2d(2)]
[Block<DoubleConvolution>("from=8*width, channels=16*width", Name = "bottom")]
[ConvTranspose2d("8*width", 2, Stride = 2, Name = "up4"), Concat("down4, up4"), Block<DoubleConvolution>("from=16*width, channels=8*width", Name = "merge4")]
[ConvTranspose2d("4*width", 2, Stride = 2, Name = "up3"), Concat("down3, up3"), Block<DoubleConvolution>("from=8*width, channels=4*width", Name = "merge3")]
[ConvTranspose2d("2*width", 2, Stride = 2, Name = "up2"), Concat("down2, up2"), Block<DoubleConvolution>("from=4*width, channels=2*width", Name = "merge2")]
[ConvTranspose2d("width", 2, Stride = 2, Name = "up1"), Concat("down1, up1"), Block<DoubleConvolution>("from=2*width, channels=width", Name = "merge1")]
[Conv2d("classes", 1, Name = "head")]
public partial class UNet;

/// <summary>Two 3×3 convolutions, each normalized.</summary>
[Model]
[Hyper("from", 64), Hyper("channels", 64)]
[Input("x", "N from H W")]
[Conv2d("channels", 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), ReLU]
[Conv2d("channels", 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2"), ReLU]
public partial class DoubleConvolution;
