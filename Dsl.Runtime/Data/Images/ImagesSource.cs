using NeuralDsl.Data;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Images in folders: one folder for each class, whose name it has; the classes are sorted by their names' character codes.</summary>
/// <param name="folder">The folder with a folder for each class; for a model without a target, the folder of the images itself.</param>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>: one input of real numbers, at most one target.</typeparam>
/// <remarks>
/// PNG, JPEG and BMP files are read, others passed over. Channels are converted to the input's: 1 for brightness
/// (0.299 red + 0.587 green + 0.114 blue), 3 for red, green and blue, 4 with opacity. Images are resized to the input's height and width bilinearly,
/// the centres of the pixels half a pixel from the border (PyTorch's <c>align_corners=False</c>, no smoothing before shrinking); where the model
/// leaves these open, all images have the size of the first.
/// </remarks>
public sealed class ImagesSource<TBatch>(string folder) : DataSource<TBatch>(folder) where TBatch : struct, IBatch<TBatch>
{
    /// <summary>What pixels are multiplied by. Default 1/255: from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0, infinite or not a number.</exception>
    public double Scale { get; init => field = CsvOptions.FactorOf(value); } = 1.0 / 255;

    private protected override DataParts<TBatch> Read(string path, string? test, int seed) => Read(path, test, seed, ReadFolder);

    private protected override DataManifest Describe(string path)
    {
        var (_, target) = BatchFields.Of<TBatch>("A folder of images");
        var (classes, files) = Find(path, target);
        var first = ImageFile.Measure(files[0].Path);
        return new() { Rows = files.Count, Classes = classes, Image = files.TrueForAll(file => ImageFile.Measure(file.Path) == first) ? first : null };
    }

    private (DataSet<TBatch> Rows, IReadOnlyList<string> Classes) ReadFolder(string folder, IReadOnlyList<string>? known, bool isLabelled)
    {
        var (input, declared) = BatchFields.Of<TBatch>("A folder of images");
        var target = isLabelled ? declared : null;
        if (ImageLayout.Of(input.Axes) is not { } layout || !input.DType.IsFloatingPoint || layout.Channels is not (1 or 3 or 4))
            throw new NotSupportedException($"Images fill an input of real numbers with 1, 3 or 4 channels such as [N,C=3,H=32,W=32], but the batch has {input}.");
        var (found, files) = Find(folder, target);
        var classes = known ?? found;
        var labels = target is null ? null : new ClassLabels(target, LabelEncoding.Auto, classes);
        foreach (var (_, label) in files)
        {
            if (labels?.Add(label) is { } problem)
                throw new DataException(folder, problem);
        }
        return (BatchFields.ToDataSet<TBatch>(ReadImages([.. files.Select(file => file.Path)], input, layout), labels?.ToTensor()), classes);
    }

    /// <summary>The images with the names of their folders, which are the classes; for a model without a target, those of the folder itself.</summary>
    private static (IReadOnlyList<string> Classes, List<(string Path, string Class)> Files) Find(string folder, TensorField? target)
    {
        if (!Directory.Exists(folder))
            throw new DataException(folder, $"there is no folder '{System.IO.Path.GetFullPath(folder)}'.");
        return DataFile.Read(folder, () =>
        {
            var classes = target is null ? [] : Names(Directory.EnumerateDirectories(folder));
            var files = (target is null ? [""] : classes).SelectMany(name => Directory
                .EnumerateFiles(System.IO.Path.Combine(folder, name))
                .Where(file => ImageFile.Extensions.Contains(System.IO.Path.GetExtension(file)))
                .Order(StringComparer.Ordinal)
                .Select(file => (file, name))).ToList();
            return files.Count > 0
                ? (classes, files)
                : throw new DataException(folder, $"there is no image in {(target is null ? "the folder" : "its folders, one for each class")}.");
        });
    }

    private static IReadOnlyList<string> Names(IEnumerable<string> folders) =>
        [.. folders.Select(folder => System.IO.Path.GetFileName(folder)).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal)];

    private Tensor ReadImages(List<string> files, TensorField input, ImageLayout layout)
    {
        var channels = (int)layout.Channels!.Value;
        var first = ImageFile.Read(files[0], channels);
        var (height, width) = ((int)(layout.Height ?? first.Height), (int)(layout.Width ?? first.Width));
        var size = (long)channels * height * width;
        if (size * files.Count > Array.MaxLength)
            throw new DataException(Path, FormattableString.Invariant($"{files.Count} images of {channels}x{height}x{width} numbers are more than memory holds at once."));
        var numbers = new float[size * files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            var image = i == 0 ? first : ImageFile.Read(files[i], channels);
            if ((layout.Height is null && image.Height != height) || (layout.Width is null && image.Width != width))
            {
                throw new DataException(
                    files[i], FormattableString.Invariant($"the image has {image.Width}x{image.Height} pixels where the first has {first.Width}x{first.Height}, and '{input.Name}' {input.Describe()} names no size to bring all to."));
            }
            image.Write(numbers.AsSpan((int)(i * size), (int)size), channels, height, width, Scale);
        }
        long[] shape = layout.Axes.Channels < 0 ? [files.Count, height, width] : [files.Count, channels, height, width];
        using var scope = NewDisposeScope();
        var result = tensor(numbers, shape).to_type(input.DType.ToScalarType());
        return (layout.Order is { } order ? result.permute(order).contiguous() : result).DetachFromDisposeScope();
    }
}
