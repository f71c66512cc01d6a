using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>The dtypes of the safetensors format that the engine has.</summary>
internal static class SafetensorsTypes
{
    private static readonly (string Name, ScalarType Type, int Size)[] All =
    [
        ("F64", ScalarType.Float64, 8),
        ("F32", ScalarType.Float32, 4),
        ("F16", ScalarType.Float16, 2),
        ("BF16", ScalarType.BFloat16, 2),
        ("I64", ScalarType.Int64, 8),
        ("I32", ScalarType.Int32, 4),
        ("I16", ScalarType.Int16, 2),
        ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1),
        ("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>The names of all.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(type => type.Name));

    public static (ScalarType Type, int Size)? Find(string name)
    {
        foreach (var type in All)
        {
            if (type.Name == name)
                return (type.Type, type.Size);
        }
        return null;
    }

    public static (string Name, int Size) Of(ScalarType type)
    {
        foreach (var (name, candidate, size) in All)
        {
            if (candidate == type)
                return (name, size);
        }
        throw new NotSupportedException($"The safetensors format has no dtype for {type}.");
    }
}
