namespace NeuralDsl.Architectures;

/// <summary>VGG-16, configuration D (Simonyan and Zisserman, 2014), with torchvision's names.</summary>
[Model]
[Hyper("width", 64), Hyper("hidden", 4096), Hyper("classes", 1000)]
[Input("image", "N C=3 H W")]
[Block<Vgg16Features>(Name = "features"), AdaptiveAvgPool2d(7), Flatten]
[Block<VggClassifier>("from=392*width", Name = "classifier")]
public partial class Vgg16;

/// <summary>The convolutions of VGG-16.</summary>
[Model]
[Hyper("width", 64)]
[Input("image", "N C=3 H W")]
[Conv2d("width", 3, Padding = 1, Key = "0"), ReLU, Conv2d("width", 3, Padding = 1, Key = "2"), ReLU, MaxPool2d(2)]
[Conv2d("2*width", 3, Padding = 1, Key = "5"), ReLU, Conv2d("2*width", 3, Padding = 1, Key = "7"), ReLU, MaxPool2d(2)]
[Conv2d("4*width", 3, Padding = 1, Key = "10"), ReLU, Conv2d("4*width", 3, Padding = 1, Key = "12"), ReLU, Conv2d("4*width", 3, Padding = 1, Key = "14"), ReLU, MaxPool2d(2)]
[Conv2d("8*width", 3, Padding = 1, Key = "17"), ReLU, Conv2d("8*width", 3, Padding = 1, Key = "19"), ReLU, Conv2d("8*width", 3, Padding = 1, Key = "21"), ReLU, MaxPool2d(2)]
[Conv2d("8*width", 3, Padding = 1, Key = "24"), ReLU, Conv2d("8*width", 3, Padding = 1, Key = "26"), ReLU, Conv2d("8*width", 3, Padding = 1, Key = "28"), ReLU, MaxPool2d(2)]
public partial class Vgg16Features;

/// <summary>The linear layers of VGG.</summary>
[Model]
[Hyper("from", 25088), Hyper("hidden", 4096), Hyper("classes", 1000)]
[Input("features", "N from")]
[Linear("hidden", Key = "0"), ReLU, Dropout]
[Linear("hidden", Key = "3"), ReLU, Dropout]
[Linear("classes", Key = "6")]
public partial class VggClassifier;
