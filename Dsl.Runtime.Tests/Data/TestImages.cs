using System.Buffers.Binary;
using System.IO.Compression;

namespace NeuralDsl.Tests.Data;

/// <summary>Writes small images.</summary>
internal static class TestImages
{
    /// <summary>A PNG file of 8 bits a channel.</summary>
    /// <param name="channels">1 for grey, 3 for colours, 4 with opacity.</param>
    /// <param name="pixels">The channels of all pixels, row by row.</param>
    public static byte[] Png(int width, int height, int channels, params byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            // Fewer pixels than the header claims are a damaged file.
            foreach (var row in pixels.Chunk(width * channels))
            {
                zlib.WriteByte(0);
                zlib.Write(row);
            }
        }
        return
        [
            0x89, .. "PNG\r\n\x1a\n"u8,
            .. Part("IHDR"u8, [.. BigEndian(width), .. BigEndian(height), 8, (byte)(channels switch { 1 => 0, 3 => 2, _ => 6 }), 0, 0, 0]),
            .. Part("IDAT"u8, packed.ToArray()),
            .. Part("IEND"u8, []),
        ];
    }

    /// <summary>A BMP file of 24 bits a pixel.</summary>
    public static byte[] Bmp(int width, int height, params byte[] colours)
    {
        var stride = (width * 3 + 3) / 4 * 4;
        var file = new byte[54 + (stride * height)];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        file[26] = 1;
        file[28] = 24;
        // Rows from the bottom, colours from blue.
        for (var i = 0; i < colours.Length; i++)
        {
            var (row, rest) = Math.DivRem(i, width * 3);
            file[54 + ((height - 1 - row) * stride) + (rest / 3 * 3) + 2 - (rest % 3)] = colours[i];
        }
        return file;
    }

    private static byte[] Part(ReadOnlySpan<byte> name, byte[] content)
    {
        byte[] named = [.. name, .. content];
        return [.. BigEndian(content.Length), .. named, .. BigEndian((int)PngFile.Crc(named))];
    }

    private static byte[] BigEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
