using NeuralDsl.Data;

namespace NeuralDsl.Tests.Data;

public sealed class ImagesSourceTests : IDisposable
{
    private static readonly byte[] Colours = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_checksum_is_that_of_the_specification() => Assert.Equal(0xCBF43926u, PngFile.Crc("123456789"u8));

    [Fact]
    public void Folders_are_classes()
    {
        Write("dog", "1.png", TestImages.Png(2, 2, 3, Colours));
        Write("cat", "b.png", TestImages.Png(2, 2, 3, Colours));
        Write("cat", "a.bmp", TestImages.Bmp(2, 2, Colours));
        Write("cat", "notes.txt", [1, 2, 3]);
        Write(".hidden", "a.png", TestImages.Png(2, 2, 3, Colours));
        using var parts = new ImagesSource<PairOf<ChannelsFirst>>(folder) { Test = folder, Scale = 1 }.Load();
        Assert.Equal(["cat", "dog"], parts.Classes);
        Assert.Equal([0, 0, 1], parts.Train.Labels());
        Assert.Equal(Enumerable.Repeat(new float[] { 10, 40, 70, 100, 20, 50, 80, 110, 30, 60, 90, 120 }, 3).SelectMany(x => x), parts.Train.Floats());
        Assert.Equal(parts.Train.Floats(), parts.Test.Floats());
    }

    [Fact]
    public void Channels_stand_where_the_axes_say()
    {
        Write("a", "1.png", TestImages.Png(2, 2, 3, Colours));
        using var parts = new ImagesSource<PairOf<ChannelsLast>>(folder) { Test = folder, Scale = 1 }.Load();
        Assert.Equal(Colours.Select(value => (float)value), parts.Train.Floats());
        Assert.Equal([1, 2, 2, 3], parts.Train.Batches(1).Select(batch => batch.Input.shape).Single());
    }

    [Fact]
    public void Colours_become_brightness_and_brightness_colours()
    {
        Write("a", "1.png", TestImages.Png(3, 2, 3, [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 10, 20, 30]));
        Write("b", "1.png", TestImages.Png(3, 2, 1, [1, 2, 3, 4, 5, 6]));
        using var grey = new ImagesSource<PairOf<Grey>>(folder) { Test = folder, Scale = 1 }.Load();
        Assert.Equal(
            [0.299f * 255, 0.587f * 255, 0.114f * 255, 255, 0, 18.15f, 1, 2, 3, 4, 5, 6], grey.Train.Floats(), (expected, actual) => Math.Abs(expected - actual) < 1e-4);
        File.Delete(Path.Combine(folder, "a", "1.png"));
        Write("b", "1.png", TestImages.Png(2, 2, 1, [1, 2, 3, 4]));
        using var colours = new ImagesSource<PairOf<ChannelsFirst>>(folder) { Test = folder, Scale = 1 }.Load();
        Assert.Equal([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4], colours.Train.Floats());
    }

    [Fact]
    public void Images_are_resized_between_the_centres_of_their_pixels()
    {
        // The centres of 2 pixels in place of 4 lie between the first two and between the last two.
        Write("a", "1.png", TestImages.Png(4, 4, 3, [.. Enumerable.Range(0, 48).Select(i => (byte)(i / 3))]));
        // One pixel is the same everywhere.
        Write("b", "1.png", TestImages.Png(1, 1, 3, [9, 8, 7]));
        using var parts = new ImagesSource<PairOf<ChannelsFirst>>(folder) { Test = folder, Scale = 1 }.Load();
        float[] shrunk = [2.5f, 4.5f, 10.5f, 12.5f];
        Assert.Equal([.. shrunk, .. shrunk, .. shrunk, 9, 9, 9, 9, 8, 8, 8, 8, 7, 7, 7, 7], parts.Train.Floats());
    }

    [Fact]
    public void Layouts_follow_the_names_of_axes()
    {
        static ImageLayout? Of(string shape) => ImageLayout.Of(TensorField.Input("image", DType.Float32, shape).Axes);
        Assert.Equal(new((0, 1, 2), 3, 32, 16), Of("N 3 32 16"));
        Assert.Equal(new((-1, 0, 1), 1, 32, 16), Of("N 32 16"));
        Assert.Equal(new((2, 0, 1), 3, null, 16), Of("N H W=16 C=3"));
        Assert.Equal([0, 2, 3, 1], Of("N H W=16 C=3")!.Order!);
        Assert.Equal(new((-1, 1, 0), 1, 32, 16), Of("N W=16 H=32"));
        Assert.Equal([0, 2, 1], Of("N W=16 H=32")!.Order!);
        Assert.Null(Of("N 3 32 16")!.Order);
        Assert.Null(Of("N 64"));
        Assert.Null(Of("N C=3 8 8"));
    }

    [Fact]
    public void What_is_wrong_is_said_with_its_file()
    {
        Fails("there is no image in its folders, one for each class.");
        var png = TestImages.Png(2, 2, 3, Colours);
        Write("a", "1.png", png[..^5]);
        Fails("1.png, byte", "the image ends too early: copy it again.");
        png[45] ^= 1;
        Write("a", "1.png", png);
        Fails("the checksum of the part IDAT differs: the image is damaged.");
        Write("a", "1.png", "no image"u8.ToArray());
        Fails("1.png: this is no PNG, JPEG or BMP image.");
        Write("a", "1.png", []);
        Fails("1.png: this is no PNG, JPEG or BMP image.");
        Write("a", "1.png", TestImages.Png(60_000, 60_000, 3, Colours));
        Fails("1.png: the header claims 60000x60000 pixels; at most 67108864 are read: make the image smaller.");
        Write("a", "1.png", TestImages.Png(8_000, 8_000, 3, Colours));
        Fails("1.png: the header claims 8000x8000 pixels, more than the file can hold: it is damaged.");
        Write("a", "1.png", TestImages.Png(2, 2, 3, Colours));
        Write("b", "1.png", TestImages.Png(2, 2, 3, Colours));
        Write("c", "1.png", TestImages.Png(2, 2, 3, Colours));
        Fails("c' is no class", "there are more classes than the 2 of 'target': a, b, c.");
        Assert.Contains("there is no folder", Assert.Throws<DataException>(() => new ImagesSource<PairOf<ChannelsFirst>>("nowhere").Load()).Message);
        Assert.Contains("Images fill an input of real numbers with 1, 3 or 4 channels", Assert.Throws<NotSupportedException>(() => new ImagesSource<PairOf<ThreeClasses>>(folder).Load()).Message);
    }

    private void Fails(params string[] messages)
    {
        var before = LiveTensors.CountAfterCollection();
        var exception = Assert.Throws<DataException>(() => new ImagesSource<PairOf<ChannelsFirst>>(folder) { Holdout = 0.5 }.Load());
        Assert.Contains(messages, message => exception.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(before, Tensor.TotalCount);
    }

    private void Write(string label, string name, byte[] content)
    {
        Directory.CreateDirectory(Path.Combine(folder, label));
        File.WriteAllBytes(Path.Combine(folder, label, name), content);
    }
}
