using System.Buffers.Binary;

namespace NeuralDsl;

/// <summary>
/// A file in the format of the MNIST digits: two zero bytes, the type of the elements, the number of axes, their sizes as big-endian 32-bit
/// numbers, and the elements, the last axis fastest. Here the elements are unsigned bytes.
/// </summary>
/// <param name="Sizes">The sizes of the axes; rows stand along the first.</param>
/// <param name="Elements">The elements.</param>
internal sealed record IdxFile(long[] Sizes, byte[] Elements)
{
    private const byte UnsignedByte = 8;
    private const int BlockSize = 1 << 20;

    /// <summary>The number of rows.</summary>
    public int Rows => (int)Sizes[0];

    /// <summary>The elements of one row.</summary>
    public long RowSize => Elements.Length / Sizes[0];

    /// <summary>The sizes of a row as in messages: <c>28x28</c>.</summary>
    public string RowText => Text(Sizes.Skip(1));

    /// <summary>Reads a file, unpacked where its name ends in <c>.gz</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="axes">The number of axes: 1 for labels, more for images.</param>
    /// <exception cref="DataException">There is no such file, or it is another.</exception>
    public static IdxFile Read(string path, Range axes) => DataFile.Read(path, () =>
    {
        using var stream = DataFile.Open(path);
        var start = new byte[4];
        if (stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) < 4 || start is not [0, 0, _, _])
            throw new DataException(path, "this is no IDX file: it does not begin with two zero bytes.", offset: 0);
        if (start[2] != UnsignedByte)
            throw new DataException(path, FormattableString.Invariant($"the elements are of type 0x{start[2]:X2}; only unsigned bytes (0x08) are read."), offset: 2);
        if (start[3] < axes.Start.Value || start[3] > axes.End.Value)
        {
            var takes = axes.Start.Equals(axes.End) ? $"{axes.Start}" : $"{axes.Start} to {axes.End}";
            throw new DataException(path, $"there {(start[3] == 1 ? "is 1 axis" : $"are {start[3]} axes")} where there should be {takes}: are images and labels swapped?", offset: 3);
        }

        var header = new byte[4 * start[3]];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw new DataException(path, "the file ends within its header.", offset: 4);
        long[] sizes = [.. Enumerable.Range(0, start[3]).Select(i => (long)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * i)))];
        var count = sizes.Aggregate(1d, (product, size) => product * size);
        if (count == 0)
            throw new DataException(path, $"there are no elements: the sizes are {Text(sizes)}.", offset: 4);
        if (count > Array.MaxLength)
            throw new DataException(path, $"the header claims {Text(sizes)} elements, more than memory holds: the file is damaged.", offset: 4);
        return new IdxFile(sizes, ReadElements(path, stream, (int)count, sizes, 4 + header.Length));
    });

    /// <summary>Reads the elements as far as there are any: memory grows with the file, not with what its header claims.</summary>
    private static byte[] ReadElements(string path, Stream stream, int count, long[] sizes, int offset)
    {
        var elements = new byte[Math.Min(count, BlockSize)];
        var filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(elements.AsSpan(filled), elements.Length - filled, throwOnEndOfStream: false);
            if (filled == count)
                break;
            if (filled < elements.Length)
            {
                throw new DataException(
                    path, FormattableString.Invariant($"the file ends after {filled} of {count} elements ({Text(sizes)}): copy it again."), offset: offset + filled);
            }
            Array.Resize(ref elements, (int)Math.Min(count, 2L * elements.Length));
        }
        return stream.ReadByte() < 0
            ? elements
            : throw new DataException(path, FormattableString.Invariant($"the file goes on after its {count} elements ({Text(sizes)})."), offset: (long)offset + count);
    }

    private static string Text(IEnumerable<long> sizes) => string.Join("x", sizes.Select(size => FormattableString.Invariant($"{size}")));
}
