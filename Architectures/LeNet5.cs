namespace NeuralDsl.Architectures;

/// <summary>LeNet-5 for 28×28 images (LeCun et al., 1998), with today's full connections between the convolutions.</summary>
[Model]
[Hyper("classes", 10)]
[Input("image", "N C=1 H=28 W=28")]
[Conv2d(6, 5, Padding = 2, Name = "conv1"), Tanh, AvgPool2d(2)]
[Conv2d(16, 5, Name = "conv2"), Tanh, AvgPool2d(2), Flatten]
[Linear(120, Name = "fc1"), Tanh, Linear(84, Name = "fc2"), Tanh, Linear("classes", Name = "fc3")]
public partial class LeNet5;
