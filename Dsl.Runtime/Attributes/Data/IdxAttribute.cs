namespace NeuralDsl;

/// <summary>Images and labels in the format of MNIST; files that end with <c>.gz</c> are unpacked while they are read.</summary>
/// <example><code>[Input("image", "N C=1 H=28 W=28"), Flatten, Linear(10), CrossEntropyLoss, Adam, Idx("train-images.gz", "train-labels.gz", Test = "t10k-images.gz", TestLabels = "t10k-labels.gz")]</code></example>
/// <param name="images">The file of the images.</param>
/// <param name="labels">The file of their labels.</param>
public sealed class IdxAttribute(string images, string labels) : DataSourceAttribute(images)
{
    /// <summary>The file of the labels.</summary>
    public string LabelsPath { get; } = labels;

    /// <summary>The labels of the images that <c>Test</c> names; needed with it.</summary>
    public string? TestLabels { get; set; }

    /// <summary>What pixels are multiplied by; not 0, default 1/255.</summary>
    public double Scale { get; set; } = 1.0 / 255;
}
