using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// TorchSharp's file format. A tensor: its type, its rank, its sizes, all in LEB128, then its bytes in the order of the indices.
/// A state dictionary: the number of entries in LEB128, then each name and tensor.
/// </summary>
internal static class TensorFile
{
    public static void Write(this BinaryWriter writer, Tensor tensor)
    {
        writer.Write7BitEncodedInt64((int)tensor.dtype);
        var shape = tensor.shape;
        writer.Write7BitEncodedInt64(shape.Length);
        foreach (var size in shape)
            writer.Write7BitEncodedInt64(size);
        writer.Flush();
        tensor.WriteBytesToStream(writer.BaseStream);
    }

    public static (ScalarType type, long[] shape) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt64();
        if (!Enum.IsDefined(type))
            throw new InvalidDataException(
                $"{(int)type} is not the number of an element type: this is no file of TorchSharp's format, or it is damaged.");
        var shape = new long[reader.Read7BitEncodedInt64()];
        for (var d = 0; d < shape.Length; d++)
            shape[d] = reader.Read7BitEncodedInt64();
        return (type, shape);
    }

    public static Tensor Read(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = empty(shape, type);
        tensor.ReadBytesFromStream(reader.BaseStream);
        return tensor;
    }

    /// <summary>Reads values into a tensor of the same shape and type.</summary>
    public static void ReadInto(this BinaryReader reader, Tensor tensor)
    {
        var (type, shape) = ReadHeader(reader);
        if (type != tensor.dtype)
            throw new ArgumentException(
                $"Mismatched tensor data types while loading. Make sure that the model you are loading into is exactly the same as the " +
                $"origin: the file has {type}, the model {tensor.dtype}.");
        if (!shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException(
                $"Mismatched tensor shape while loading. Make sure that the model you are loading into is exactly the same as the " +
                $"origin: the file has [{string.Join(", ", shape)}], the model [{string.Join(", ", tensor.shape)}].");
        tensor.ReadBytesFromStream(reader.BaseStream);
    }

    public static void Skip(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var left = shape.Aggregate((long)type.ElementSize(), (product, size) => product * size);
        if (reader.BaseStream.CanSeek)
        {
            reader.BaseStream.Seek(left, SeekOrigin.Current);
            return;
        }
        var buffer = new byte[(int)Math.Min(left, 81920)];
        while (left > 0)
        {
            var part = (int)Math.Min(left, buffer.Length);
            reader.BaseStream.ReadExactly(buffer, 0, part);
            left -= part;
        }
    }
}
