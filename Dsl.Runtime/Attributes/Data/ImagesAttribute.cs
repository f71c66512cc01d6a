namespace NeuralDsl;

/// <summary>Images in folders, one for each class. The names of the folders, sorted, are the classes.</summary>
/// <remarks>
/// <para>
/// Images are resized to the input's height and width and converted to its channels, 1 for brightness or 3 for red, green and blue. An input
/// is <c>N C H W</c>, or <c>N H W C</c> where its axes say so.
/// </para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H=32 W=32"), Flatten, Linear(2), CrossEntropyLoss, Adam, Images("flowers", Stratify = true)]</code></example>
/// <param name="folder">The folder with a folder for each class.</param>
public sealed class ImagesAttribute(string folder) : DataSourceAttribute(folder)
{
    /// <summary>What pixels are multiplied by; not 0, default 1/255.</summary>
    public double Scale { get; set; } = 1.0 / 255;
}
