using StbImageSharp;

namespace NeuralDsl.Tests.Generation;

public sealed class PicturesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Gray_images_stand_side_by_side_with_a_gap()
    {
        // Three images of 2 by 2 pixels, two in a row, with what is outside of 0 to 1.
        using var images = tensor(new float[] { 0, 1, 0.5f, 0.2f, 2, -1, 1, 0, 0, 0, 0, 1 }, [3, 2, 2]);
        var picture = Read(images, columns: 2, scale: 3, ColorComponents.Grey);
        Assert.Equal((14, 14), (picture.Width, picture.Height));
        byte At(int x, int y) => picture.Data[(y * 14) + x];
        Assert.Equal([0, 255, 128, 51], [At(0, 0), At(5, 2), At(2, 3), At(3, 5)]);
        Assert.Equal([255, 0, 255, 0], [At(8, 0), At(13, 0), At(8, 5), At(13, 5)]);
        Assert.Equal([0, 255], [At(0, 8), At(5, 13)]);
        // The gap, and the place of a fourth image.
        Assert.Equal([128, 128, 128], [At(6, 0), At(0, 7), At(8, 8)]);
    }

    [Fact]
    public void Colours_are_kept()
    {
        using var images = tensor(new float[] { 1, 0, 0, 0, 0.4f, 0 }, [1, 3, 1, 2]);
        var picture = Read(images, columns: 8, scale: 1, ColorComponents.RedGreenBlue);
        Assert.Equal((2, 1), (picture.Width, picture.Height));
        Assert.Equal([255, 0, 102, 0, 0, 0], picture.Data);
    }

    [Fact]
    public void One_channel_is_gray()
    {
        using var images = rand(5, 1, 4, 3);
        using var same = images.squeeze(1);
        Assert.Equal(Read(same, 2, 2, ColorComponents.Grey).Data, Read(images, 2, 2, ColorComponents.Grey).Data);
    }

    [Theory]
    [InlineData(new long[] { 4, 4 }, "Pictures are [N,H,W], [N,1,H,W] or [N,3,H,W], not [4,4].")]
    [InlineData(new long[] { 1, 2, 4, 4 }, "Pictures are [N,H,W], [N,1,H,W] or [N,3,H,W], not [1,2,4,4].")]
    [InlineData(new long[] { 0, 4, 4 }, "Pictures are [N,H,W], [N,1,H,W] or [N,3,H,W], not [0,4,4].")]
    public void What_is_no_picture_is_refused(long[] shape, string message)
    {
        using var images = zeros(shape);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Pictures.Save(images, "never.png")).Message);
    }

    private ImageResult Read(Tensor images, int columns, int scale, ColorComponents components)
    {
        var path = folder["images.png"];
        Pictures.Save(images, path, columns, scale);
        return ImageResult.FromMemory(File.ReadAllBytes(path), components);
    }
}
