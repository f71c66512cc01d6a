using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>Named tensors in a file, in the format of TorchSharp's state dictionaries.</summary>
internal static class TensorFile
{
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write7BitEncodedInt64(tensors.Count);
        foreach (var (name, tensor) in tensors)
        {
            using var contiguous = tensor.detach().contiguous();
            writer.Write(name);
            writer.Write7BitEncodedInt64((int)contiguous.dtype);
            writer.Write7BitEncodedInt64(contiguous.dim());
            foreach (var size in contiguous.shape)
                writer.Write7BitEncodedInt64(size);
            writer.Write(contiguous.bytes);
        }
    }

    public static Dictionary<string, Tensor> Read(string path) => Read(path, (_, dtype, shape) => empty(shape, dtype: dtype));

    /// <summary>Reads tensors to where those of the same names are, without memory of their own.</summary>
    public static void ReadInto(string path, IReadOnlyDictionary<string, Tensor> tensors) =>
        Read(path, (name, dtype, shape) => tensors.TryGetValue(name, out var tensor) && tensor.dtype == dtype && tensor.shape.AsSpan().SequenceEqual(shape)
            ? tensor
            : throw new InvalidDataException($"{name} is not as in {path}."));

    private static Dictionary<string, Tensor> Read(string path, Func<string, ScalarType, long[], Tensor> place)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var tensors = new Dictionary<string, Tensor>();
        for (var left = reader.Read7BitEncodedInt64(); left > 0; left--)
        {
            var name = reader.ReadString();
            var dtype = (ScalarType)reader.Read7BitEncodedInt64();
            var shape = new long[reader.Read7BitEncodedInt64()];
            for (var axis = 0; axis < shape.Length; axis++)
                shape[axis] = reader.Read7BitEncodedInt64();
            var tensor = place(name, dtype, shape);
            reader.BaseStream.ReadExactly(tensor.bytes);
            tensors.Add(name, tensor);
        }
        return tensors;
    }
}
