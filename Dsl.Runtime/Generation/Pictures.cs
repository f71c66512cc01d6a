using System.Buffers.Binary;
using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Writes what a model makes as a picture.</summary>
public static class Pictures
{
    private const int Gap = 2;

    /// <summary>Writes images side by side into a PNG file: row by row, with a gap between them.</summary>
    /// <param name="images"><c>[N, H, W]</c> or <c>[N, 1, H, W]</c> in gray, or <c>[N, 3, H, W]</c> in colour, from 0, black, to 1, white; what is outside is cut.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="columns">How many images stand side by side, at least 1. Default 8.</param>
    /// <param name="scale">How many dots wide and high a pixel becomes, at least 1. Default 4.</param>
    /// <exception cref="ArgumentException">The tensor is none of these.</exception>
    public static void Save(Tensor images, string path, int columns = 8, int scale = 4)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        if (images.dim() is not (3 or 4) || images.numel() == 0 || (images.dim() == 4 && images.size(1) is not (1 or 3)))
            throw new ArgumentException($"Pictures are [N,H,W], [N,1,H,W] or [N,3,H,W], not [{string.Join(",", images.shape)}].", nameof(images));

        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var channels = images.dim() == 4 ? (int)images.size(1) : 1;
        var (count, height, width) = ((int)images.size(0), (int)images.size(-2), (int)images.size(-1));
        var pixels = images.reshape(count, channels, height, width).permute(0, 2, 3, 1).to(ScalarType.Float32).clamp(0, 1).mul(255).round()
            .to(ScalarType.Byte).cpu().contiguous().data<byte>().ToArray();

        columns = Math.Min(columns, count);
        var rows = (count + columns - 1) / columns;
        var (wide, high) = ((columns * ((width * scale) + Gap)) - Gap, (rows * ((height * scale) + Gap)) - Gap);
        var line = (wide * channels) + 1;
        // Every line begins with the number of its filter: 0, for none. The gaps are gray.
        var lines = new byte[high * line];
        Array.Fill(lines, (byte)128);
        for (var y = 0; y < high; y++)
        {
            lines[y * line] = 0;
            var (row, down) = Math.DivRem(y, (height * scale) + Gap);
            for (var x = 0; x < wide && down < height * scale; x++)
            {
                var (column, right) = Math.DivRem(x, (width * scale) + Gap);
                var image = (row * columns) + column;
                if (image >= count || right >= width * scale)
                    continue;
                var pixel = ((((image * height) + (down / scale)) * width) + (right / scale)) * channels;
                pixels.AsSpan(pixel, channels).CopyTo(lines.AsSpan((y * line) + 1 + (x * channels)));
            }
        }
        using var file = File.Create(path);
        Write(file, wide, high, channels, lines);
    }

    /// <summary>Writes an image as PNG (ISO/IEC 15948): header, compressed lines and end.</summary>
    private static void Write(Stream file, int width, int height, int channels, byte[] lines)
    {
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = channels == 1 ? (byte)0 : (byte)2;
        WriteChunk(file, "IHDR"u8, header);
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
            zlib.Write(lines);
        WriteChunk(file, "IDAT"u8, compressed.ToArray());
        WriteChunk(file, "IEND"u8, []);
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(kind, data));
        file.Write(number);
    }

    // CRC-32 with the polynomial of ISO 3309, bit by bit: pictures are small.
    private static uint Checksum(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        var checksum = uint.MaxValue;
        foreach (var value in (byte[])[.. kind, .. data])
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++)
                checksum = (checksum >> 1) ^ (0xEDB88320 & (uint)-(int)(checksum & 1));
        }
        return ~checksum;
    }
}
