using NeuralDsl.Data;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Images and labels in the format of the MNIST digits: two files of unsigned bytes, packed with gzip where their names end in <c>.gz</c>.</summary>
/// <param name="images">The file of images, one a row; a row of numbers that are no images has a single axis.</param>
/// <param name="labels">The file of labels.</param>
/// <typeparam name="TBatch">The model's generated <c>Batch</c>: one input of real numbers, at most one target.</typeparam>
public sealed class IdxSource<TBatch>(string images, string labels) : DataSource<TBatch>(images) where TBatch : struct, IBatch<TBatch>
{
    /// <summary>The declared file of labels.</summary>
    public string LabelsPath { get; } = labels;

    /// <summary>The labels of the images of <see cref="DataSource{TBatch}.Test"/>.</summary>
    public string? TestLabels { get; init; }

    /// <summary>What pixels are multiplied by. Default 1/255: from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0, infinite or not a number.</exception>
    public double Scale { get; init => field = CsvOptions.FactorOf(value); } = 1.0 / 255;

    private protected override DataParts<TBatch> Read(string path, string? test, int seed)
    {
        if (test is null != TestLabels is null)
            throw new InvalidOperationException("Test and TestLabels belong together: the images to test on, and their labels.");
        return Read(FileOf(path), test is null ? null : In(path, Test!), seed, (file, _, isLabelled) =>
        {
            if (!isLabelled && !Directory.Exists(file))
                return (ReadRows(file, null), []);
            var labels = Test is not null && file == In(path, Test) ? TestLabels! : LabelsPath;
            return Directory.Exists(file) ? (ReadRows(In(file, Path), isLabelled ? In(file, labels) : null), []) : (ReadRows(file, In(path, labels)), []);
        });
    }

    private protected override string FileOf(string path) => In(path, Path);

    private protected override DataManifest Describe(string path)
    {
        var (_, target) = BatchFields.Of<TBatch>("A pair of IDX files");
        var pixels = IdxFile.Read(FileOf(path), 2..3);
        return new()
        {
            Rows = pixels.Rows,
            Image = pixels.Sizes is [_, var height, var width] ? (1, height, width) : null,
            LabelRange = target is null ? null : ReadLabels(In(path, LabelsPath), target, pixels.Rows).Range,
        };
    }

    /// <summary>Where a declared file is: another place than the declared one is a folder with files of the same names.</summary>
    private string In(string path, string name) =>
        Directory.Exists(path) ? System.IO.Path.Combine(path, NameOf(name))
        : path == DataFile.Find(Path) ? DataFile.Find(name)
        : throw new DataException(path, $"this is no folder; name the one that has '{NameOf(Path)}' and '{NameOf(LabelsPath)}'.");

    private static string NameOf(string path) => System.IO.Path.GetFileName(path);

    private DataSet<TBatch> ReadRows(string imageFile, string? labelFile)
    {
        var (input, target) = BatchFields.Of<TBatch>("A pair of IDX files");
        if (!input.DType.IsFloatingPoint)
            throw new NotSupportedException($"IDX files fill an input of real numbers, but the batch has {input}.");
        var pixels = IdxFile.Read(imageFile, 2..3);
        var shape = RowShape(imageFile, input, pixels);
        var indices = target is null || labelFile is null ? null : ReadLabels(labelFile, target, pixels.Rows);
        return BatchFields.ToDataSet<TBatch>(ToTensor(pixels, [pixels.Rows, .. shape], input.DType), indices?.ToTensor());
    }

    private Tensor ToTensor(IdxFile pixels, long[] shape, DType dtype)
    {
        float[] numbers = [.. Enumerable.Range(0, 256).Select(value => (float)(value * Scale))];
        var real = tensor(Array.ConvertAll(pixels.Elements, value => numbers[value]), shape);
        if (dtype != DType.Float64)
            return real;
        using (real)
            return real.to_type(ScalarType.Float64);
    }

    private static long[] RowShape(string path, TensorField input, IdxFile pixels)
    {
        var shape = BatchFields.RowShape(path, input, pixels.RowSize, $"rows of {pixels.RowText}");
        // As many pixels in another height and width would be another image.
        if (pixels.Sizes is [_, var height, var width] && ImageLayout.Of(input.Axes) is { } layout && ((layout.Height ?? height) != height || (layout.Width ?? width) != width))
            throw new DataException(path, $"images of {pixels.RowText} do not fit '{input.Name}' {input.Describe()}.");
        return shape;
    }

    private static ClassLabels ReadLabels(string path, TensorField target, int rows)
    {
        var file = IdxFile.Read(path, 1..1);
        if (file.Rows != rows)
            throw new DataException(path, FormattableString.Invariant($"there are {file.Rows} labels for {rows} images: the files do not belong together."));
        var labels = new ClassLabels(target, LabelEncoding.Auto, []);
        for (var i = 0; i < file.Rows; i++)
        {
            if (labels.Add(file.Elements[i]) is { } problem)
                throw new DataException(path, FormattableString.Invariant($"row {i}: {problem}"), offset: 8 + i);
        }
        return labels;
    }
}
