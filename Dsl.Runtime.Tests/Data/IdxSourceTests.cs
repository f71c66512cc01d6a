using System.IO.Compression;

namespace NeuralDsl.Tests.Data;

public sealed class IdxSourceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public void Images_and_labels_are_read(string extension)
    {
        var images = Write("images" + extension, Images(2));
        var labels = Write("labels" + extension, Labels(2, 0));
        using var parts = new IdxSource<PairOf<Grey>>(images, labels) { Test = images, TestLabels = labels }.Load();
        Assert.Equal(Enumerable.Range(0, 12).Select(i => i * 10 / 255f), parts.Train.Floats());
        Assert.Equal([2, 0], parts.Train.Labels());
        Assert.Equal([2, 0], parts.Test.Labels());
        Assert.Equal([2, 1, 2, 3], parts.Train.Batches(2).Select(batch => batch.Input.shape).Single());
    }

    [Fact]
    public void A_part_is_kept_for_testing_and_another_folder_may_be_named()
    {
        Write("images", Images(10));
        Write("labels", Labels(0, 1, 2, 0, 1, 2, 0, 1, 2, 0));
        using var parts = new IdxSource<PairOf<Grey>>("elsewhere/images", "elsewhere/labels").Load(seed: 3, path: folder);
        Assert.Equal((8, 2), (parts.Train.Count, parts.Test.Count));
    }

    [Fact]
    public void What_is_wrong_is_said_with_its_place()
    {
        var images = Write("images", Images(2));
        var labels = Write("labels", Labels(0, 1));
        Fails("nowhere", labels, "there is no file");
        Fails(labels, labels, "labels, byte 3: there is 1 axis where there should be 2 to 3: are images and labels swapped?");
        Fails(images, images, "images, byte 3: there are 3 axes where there should be 1: are images and labels swapped?");
        Fails(Write("text", "pixel_0,pixel_1\n"u8.ToArray()), labels, "text, byte 0: this is no IDX file: it does not begin with two zero bytes.");
        Fails(Write("empty", []), labels, "empty, byte 0: this is no IDX file");
        Fails(Write("floats", [0, 0, 13, 3, 0, 0]), labels, "floats, byte 2: the elements are of type 0x0D; only unsigned bytes (0x08) are read.");
        Fails(Write("short-header", [0, 0, 8, 3, 0, 0]), labels, "short-header, byte 4: the file ends within its header.");
        Fails(Write("none", [0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3]), labels, "there are no elements: the sizes are 0x2x3.");
        Fails(Write("cut", Images(2)[..20]), labels, "cut, byte 20: the file ends after 4 of 12 elements (2x2x3): copy it again.");
        Fails(Write("long", [.. Images(2), 1]), labels, "long, byte 28: the file goes on after its 12 elements (2x2x3).");
        Fails(images, Write("fewer", Labels(1)), "fewer: there are 1 labels for 2 images: the files do not belong together.");
        Fails(images, Write("beyond", Labels(1, 3)), "beyond, byte 9: row 1: label 3 is not in 0..2: 'target' has 3 classes.");
        Fails(Write("turned", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6]), Write("one", Labels(0)), "images of 3x2 do not fit 'image' Float32 [N,1,2,3].");
        Fails(Write("packed.gz", [31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7]), labels, "the file cannot be read");
    }

    [Fact]
    public void A_header_that_claims_too_much_takes_no_memory()
    {
        var labels = Write("labels", Labels(0, 1));
        // 2^31 - 1 rows of one byte could be, if the file had them; 2^32 - 1 rows of 2^32 - 1 bytes could not.
        var large = Write("large", [0, 0, 8, 2, 0x7F, 0xFF, 0xFF, 0, 0, 0, 0, 1, 5, 5]);
        var absurd = Write("absurd", [0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255, 5, 5]);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Fails(large, labels, "the file ends after 2 of 2147483392 elements");
        Fails(absurd, labels, "more than memory holds: the file is damaged.");
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 20 << 20);
    }

    private void Fails(string images, string labels, string message)
    {
        var before = LiveTensors.CountAfterCollection();
        var source = new IdxSource<PairOf<Grey>>(images, labels) { Holdout = 0.5 };
        Assert.Contains(message, Assert.Throws<DataException>(() => source.Load()).Message);
        Assert.Equal(before, Tensor.TotalCount);
    }

    /// <summary>Images of two rows of three pixels, whose elements count in tens.</summary>
    private static byte[] Images(byte count) =>
        [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 3, .. Enumerable.Range(0, count * 6).Select(i => (byte)(i * 10 % 256))];

    private static byte[] Labels(params byte[] labels) => [0, 0, 8, 1, 0, 0, 0, (byte)labels.Length, .. labels];

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        if (name.EndsWith(".gz", StringComparison.Ordinal) && content is not [31, 139, ..])
        {
            using var file = new GZipStream(File.Create(path), CompressionLevel.Fastest);
            file.Write(content);
        }
        else
        {
            File.WriteAllBytes(path, content);
        }
        return path;
    }
}
