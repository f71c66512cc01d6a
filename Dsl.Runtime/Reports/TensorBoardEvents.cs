using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace NeuralDsl;

/// <summary>
/// A TensorBoard event file: records of TensorFlow's TFRecord format (length, its checksum, data, their checksum), each an <c>Event</c> in the
/// encoding of protocol buffers.
/// </summary>
internal sealed class TensorBoardEvents
{
    // The numbers of the fields in event.proto and summary.proto.
    private const int WallTime = 1;
    private const int Step = 2;
    private const int FileVersion = 3;
    private const int SummaryField = 5;
    private const int SummaryValue = 1;
    private const int ValueTag = 1;
    private const int ValueNumber = 2;

    private readonly Stream file;

    /// <summary>Begins a file, which stays the caller's to dispose.</summary>
    public TensorBoardEvents(Stream file, DateTimeOffset started)
    {
        this.file = file;
        Write(started, 0, FileVersion, "brain.Event:2"u8);
    }

    /// <summary>Adds a number.</summary>
    public void Add(string tag, long step, DateTimeOffset time, double value)
    {
        using var number = new MemoryStream();
        WriteBytes(number, ValueTag, Encoding.UTF8.GetBytes(tag));
        Span<byte> single = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(single, (float)value);
        WriteKey(number, ValueNumber, wireType: 5);
        number.Write(single);
        using var summary = new MemoryStream();
        WriteBytes(summary, SummaryValue, number.ToArray());
        Write(time, step, SummaryField, summary.ToArray());
    }

    /// <summary>The Castagnoli checksum, turned and shifted as TensorFlow does, so that checksums of data with checksums in them stay good.</summary>
    internal static uint MaskedChecksum(ReadOnlySpan<byte> data) => BitOperations.RotateRight(Checksum(data), 15) + 0xA282EAD8;

    /// <summary>CRC-32C.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> data)
    {
        var checksum = uint.MaxValue;
        foreach (var value in data)
            checksum = BitOperations.Crc32C(checksum, value);
        return ~checksum;
    }

    private static void WriteBytes(Stream stream, int field, ReadOnlySpan<byte> bytes)
    {
        WriteKey(stream, field, wireType: 2);
        WriteNumber(stream, (ulong)bytes.Length);
        stream.Write(bytes);
    }

    private static void WriteKey(Stream stream, int field, int wireType) => WriteNumber(stream, (ulong)((field << 3) | wireType));

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    private static void WriteNumber(Stream stream, ulong number)
    {
        for (; number > 0x7F; number >>= 7)
            stream.WriteByte((byte)(number | 0x80));
        stream.WriteByte((byte)number);
    }

    private void Write(DateTimeOffset time, long step, int field, ReadOnlySpan<byte> content)
    {
        using var data = new MemoryStream();
        Span<byte> seconds = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(seconds, (time - DateTimeOffset.UnixEpoch).TotalSeconds);
        WriteKey(data, WallTime, wireType: 1);
        data.Write(seconds);
        WriteKey(data, Step, wireType: 0);
        WriteNumber(data, (ulong)step);
        WriteBytes(data, field, content);
        WriteRecord(data.ToArray());
    }

    private void WriteRecord(ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)data.Length);
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        file.Write(length);
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, MaskedChecksum(length));
        file.Write(checksum);
        file.Write(data);
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, MaskedChecksum(data));
        file.Write(checksum);
    }
}
