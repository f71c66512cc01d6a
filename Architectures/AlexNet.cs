namespace NeuralDsl.Architectures;

/// <summary>AlexNet in one column (Krizhevsky, 2014), with torchvision's names.</summary>
[Model]
[Hyper("hidden", 4096), Hyper("classes", 1000)]
[Input("image", "N C=3 H W")]
[Block<AlexNetFeatures>(Name = "features"), AdaptiveAvgPool2d(6), Flatten]
[Block<AlexNetClassifier>(Name = "classifier")]
public partial class AlexNet;

/// <summary>The convolutions of AlexNet.</summary>
[Model]
[Input("image", "N C=3 H W")]
[Conv2d(64, 11, Stride = 4, Padding = 2, Key = "0"), ReLU, MaxPool2d(3, Stride = 2)]
[Conv2d(192, 5, Padding = 2, Key = "3"), ReLU, MaxPool2d(3, Stride = 2)]
[Conv2d(384, 3, Padding = 1, Key = "6"), ReLU]
[Conv2d(256, 3, Padding = 1, Key = "8"), ReLU]
[Conv2d(256, 3, Padding = 1, Key = "10"), ReLU, MaxPool2d(3, Stride = 2)]
public partial class AlexNetFeatures;

/// <summary>The linear layers of AlexNet.</summary>
[Model]
[Hyper("hidden", 4096), Hyper("classes", 1000)]
[Input("features", "N 9216")]
[Dropout, Linear("hidden", Key = "1"), ReLU]
[Dropout, Linear("hidden", Key = "4"), ReLU]
[Linear("classes", Key = "6")]
public partial class AlexNetClassifier;
