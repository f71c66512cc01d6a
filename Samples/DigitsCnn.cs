namespace NeuralDsl.Samples;

/// <summary>Reads handwritten digits of 8 by 8 pixels.</summary>
/// <remarks>The convolutions need no bias: batch normalization would take it away again.</remarks>
[Model]
[Csv("data/digits.csv", Features = "pixel_*", Target = "label", Scale = 1.0 / 16)]
[Input("image", "N C=1 H=8 W=8")]
[Conv2d(32, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d, ReLU, MaxPool2d(2)]
[Conv2d(64, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d, ReLU, MaxPool2d(2)]
[Flatten, Linear(10, Name = "digit")]
[CrossEntropyLoss]
[Adam, Training(Epochs = 20)]
public partial class DigitsCnn;
