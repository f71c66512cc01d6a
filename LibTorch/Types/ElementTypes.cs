using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The .NET type that holds an element of each <see cref="ScalarType"/>.</summary>
internal static class ElementTypes
{
    public static bool Holds<T>(ScalarType type) where T : unmanaged => type switch
    {
        ScalarType.Byte => typeof(T) == typeof(byte),
        ScalarType.Int8 => typeof(T) == typeof(sbyte),
        ScalarType.Int16 => typeof(T) == typeof(short),
        ScalarType.Int32 => typeof(T) == typeof(int),
        ScalarType.Int64 => typeof(T) == typeof(long),
        ScalarType.Float16 => typeof(T) == typeof(Half),
        ScalarType.Float32 => typeof(T) == typeof(float),
        ScalarType.Float64 => typeof(T) == typeof(double),
        ScalarType.ComplexFloat32 => typeof(T) == typeof((float, float)),
        ScalarType.ComplexFloat64 => typeof(T) == typeof(Complex),
        ScalarType.Bool => typeof(T) == typeof(bool),
        _ => Unsafe.SizeOf<T>() == 2 && typeof(T) == typeof(ushort),
    };

    public static ScalarType Of<T>() where T : unmanaged => Of(typeof(T));

    /// <exception cref="ArgumentException">No tensor has elements of the type.</exception>
    public static ScalarType Of(Type type)
    {
        if (type == typeof(float))
            return ScalarType.Float32;
        if (type == typeof(long))
            return ScalarType.Int64;
        if (type == typeof(int))
            return ScalarType.Int32;
        if (type == typeof(double))
            return ScalarType.Float64;
        if (type == typeof(bool))
            return ScalarType.Bool;
        if (type == typeof(byte))
            return ScalarType.Byte;
        if (type == typeof(sbyte))
            return ScalarType.Int8;
        if (type == typeof(short))
            return ScalarType.Int16;
        if (type == typeof(Half))
            return ScalarType.Float16;
        if (type == typeof((float, float)))
            return ScalarType.ComplexFloat32;
        if (type == typeof(Complex))
            return ScalarType.ComplexFloat64;
        throw new ArgumentException($"A tensor cannot hold elements of type {type.Name}.");
    }
}
