using StbImageSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>An image as bytes: the channels of a pixel beside each other, pixels row by row.</summary>
/// <param name="Channels">1 for brightness, 3 for red, green and blue, 4 with opacity.</param>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Content">The channels of all pixels.</param>
internal sealed record ImageFile(int Channels, int Height, int Width, byte[] Content)
{
    // What an image of this many pixels takes is less than 1 GiB.
    private const long MaxPixels = 1 << 26;

    // Compressed, a byte of a PNG holds at most 1032 bytes of pixels of at least one bit.
    private const long MaxPixelsPerByte = 1032 * 8;

    /// <summary>The ends of the names of files that are read.</summary>
    public static IReadOnlySet<string> Extensions { get; } = new HashSet<string>([".png", ".jpg", ".jpeg", ".bmp"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Decodes a file.</summary>
    /// <param name="path">A PNG, JPEG or BMP file.</param>
    /// <param name="channels">The channels to convert to: 3 or 4; for 1, an image of brightness alone has 1 and any other 3.</param>
    /// <exception cref="DataException">There is no such file, or it is damaged or of another kind.</exception>
    public static ImageFile Read(string path, int channels) => DataFile.Read(path, () =>
    {
        DataFile.Require(path);
        var bytes = File.ReadAllBytes(path);
        if (PngFile.IsPng(bytes))
        {
            PngFile.Check(path, bytes);
            CheckSize(path, bytes, PngFile.WidthOf(bytes), PngFile.HeightOf(bytes));
        }
        try
        {
            using var stream = new MemoryStream(bytes);
            if (ImageInfo.FromStream(stream) is not { } info)
                throw new DataException(path, "this is no PNG, JPEG or BMP image.");
            CheckSize(path, bytes, info.Width, info.Height);
            var components = channels switch
            {
                1 when info.ColorComponents is ColorComponents.Grey or ColorComponents.GreyAlpha => ColorComponents.Grey,
                4 => ColorComponents.RedGreenBlueAlpha,
                _ => ColorComponents.RedGreenBlue,
            };
            var image = ImageResult.FromMemory(bytes, components);
            return new ImageFile((int)components, image.Height, image.Width, image.Data);
        }
        catch (Exception e) when (e is not DataException)
        {
            // What the decoder throws at a damaged file is whatever it stumbles over.
            throw new DataException(path, $"the image cannot be decoded: {e.Message}", cause: e);
        }
    });

    /// <summary>Channels, height and width in a file's header.</summary>
    /// <exception cref="DataException">There is no such file, or it is of another kind.</exception>
    public static (long Channels, long Height, long Width) Measure(string path) => DataFile.Read(path, () =>
    {
        DataFile.Require(path);
        using var file = File.OpenRead(path);
        return ImageInfo.FromStream(file) is { } info
            ? ((long)info.ColorComponents, info.Height, info.Width)
            : throw new DataException(path, "this is no PNG, JPEG or BMP image.");
    });

    /// <summary>
    /// Writes the image as real numbers, channel by channel, each <paramref name="height"/> rows of <paramref name="width"/> pixels. Brightness is
    /// 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601).
    /// </summary>
    public void Write(Span<float> target, int channels, int height, int width, double scale)
    {
        var planes = new float[channels * Height * Width];
        for (var pixel = 0; pixel < Height * Width; pixel++)
        {
            var at = pixel * Channels;
            if (channels == 1 && Channels == 3)
                planes[pixel] = (float)(((0.299 * Content[at]) + (0.587 * Content[at + 1]) + (0.114 * Content[at + 2])) * scale);
            else
                for (var channel = 0; channel < channels; channel++)
                    planes[(channel * Height * Width) + pixel] = (float)(Content[at + channel] * scale);
        }
        if ((height, width) == (Height, Width))
        {
            planes.CopyTo(target);
            return;
        }
        using var image = tensor(planes, [1, channels, Height, Width]);
        using var resized = nn.functional.interpolate(image, [height, width], null, InterpolationMode.Bilinear, false);
        using var rows = resized.contiguous();
        var written = 0;
        foreach (var number in rows.data<float>())
            target[written++] = number;
    }

    /// <summary>Refuses what no such file can hold before there is memory for it.</summary>
    private static void CheckSize(string path, byte[] file, long width, long height)
    {
        if (width <= 0 || height <= 0 || height > MaxPixels / width)
            throw new DataException(path, FormattableString.Invariant($"the header claims {width}x{height} pixels; at most {MaxPixels} are read: make the image smaller."));
        if (width * height > file.Length * MaxPixelsPerByte)
            throw new DataException(path, FormattableString.Invariant($"the header claims {width}x{height} pixels, more than the file can hold: it is damaged."));
    }
}
