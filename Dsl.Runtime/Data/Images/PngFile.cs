using System.Buffers.Binary;
using System.Text;

namespace NeuralDsl;

/// <summary>The parts of a PNG file, which have checksums: a damaged one is found before its pixels are decoded.</summary>
internal static class PngFile
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether a file begins as a PNG does.</summary>
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>The width in the header, which is the first part of a file whose parts are there.</summary>
    public static long WidthOf(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadUInt32BigEndian(file[(Signature.Length + 8)..]);

    /// <summary>The height in the header.</summary>
    public static long HeightOf(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadUInt32BigEndian(file[(Signature.Length + 12)..]);

    /// <summary>Compares the checksum of every part.</summary>
    /// <exception cref="DataException">One differs, or the last part is missing.</exception>
    public static void Check(string path, ReadOnlySpan<byte> file)
    {
        var at = Signature.Length;
        if (file.Length < at + 16)
            throw new DataException(path, "the image ends too early: copy it again.", offset: at);
        while (true)
        {
            // Length, name, content, checksum of name and content.
            var rest = file[at..];
            var length = rest.Length < 12 ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
                throw new DataException(path, "the image ends too early: copy it again.", offset: at);
            var checkedPart = rest.Slice(4, (int)length + 4);
            if (Crc(checkedPart) != BinaryPrimitives.ReadUInt32BigEndian(rest[((int)length + 8)..]))
                throw new DataException(path, $"the checksum of the part {Encoding.ASCII.GetString(checkedPart[..4])} differs: the image is damaged.", offset: at);
            if (checkedPart[..4].SequenceEqual("IEND"u8))
                return;
            at += (int)length + 12;
        }
    }

    /// <summary>The cyclic redundancy check of the PNG specification, annex D.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Entry(int value)
    {
        var entry = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            entry = (entry & 1) != 0 ? 0xEDB88320 ^ (entry >> 1) : entry >> 1;
        return entry;
    }
}
