using System.Numerics;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any type, as an argument of an operator.</summary>
public sealed class Scalar : IDisposable
{
    // Numbers come again and again, such as a learning rate. Which one a place holds is decided by who comes last.
    private static readonly Scalar?[] Recent = new Scalar?[256];

    private readonly double imaginary;

    private Scalar(ScalarType type, ValueTag kind, long bits, double imaginary = 0)
    {
        Type = type;
        Kind = kind;
        Bits = bits;
        this.imaginary = imaginary;
    }

    public ScalarType Type { get; }

    internal ValueTag Kind { get; }

    /// <summary>The number as libtorch takes it: an integer, a truth value, or the bits of a double; of a complex number the real part.</summary>
    internal long Bits { get; }

    internal double AsDouble => Kind is ValueTag.Double or ValueTag.Complex ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long AsInt64 => Kind is ValueTag.Double or ValueTag.Complex ? (long)AsDouble : Bits;

    internal Complex AsComplex => new(AsDouble, imaginary);

    internal static Scalar Integer(ScalarType type, long value) => Of(type, ValueTag.Int, value);

    internal static Scalar Real(ScalarType type, double value) => Of(type, ValueTag.Double, BitConverter.DoubleToInt64Bits(value));

    private static Scalar Of(ScalarType type, ValueTag kind, long bits)
    {
        ref var recent = ref Recent[(int)(((ulong)bits + (ulong)type) * 0x9E3779B97F4A7C15 >> 56)];
        return recent is { } known && known.Bits == bits && known.Type == type ? known : recent = new(type, kind, bits);
    }

    public static implicit operator Scalar(byte value) => Integer(ScalarType.Byte, value);

    public static implicit operator Scalar(sbyte value) => Integer(ScalarType.Int8, value);

    public static implicit operator Scalar(short value) => Integer(ScalarType.Int16, value);

    public static implicit operator Scalar(int value) => Integer(ScalarType.Int32, value);

    public static implicit operator Scalar(long value) => Integer(ScalarType.Int64, value);

    public static implicit operator Scalar(Half value) => Real(ScalarType.Float16, (double)value);

    public static implicit operator Scalar(float value) => Real(ScalarType.Float32, value);

    public static implicit operator Scalar(double value) => Real(ScalarType.Float64, value);

    public static implicit operator Scalar(bool value) => Of(ScalarType.Bool, ValueTag.Bool, value ? 1 : 0);

    public static implicit operator Scalar((float, float) value) =>
        new(ScalarType.ComplexFloat32, ValueTag.Complex, BitConverter.DoubleToInt64Bits(value.Item1), value.Item2);

    public static implicit operator Scalar(Complex value) =>
        new(ScalarType.ComplexFloat64, ValueTag.Complex, BitConverter.DoubleToInt64Bits(value.Real), value.Imaginary);

    /// <summary>Does nothing: the number is held in managed memory, unlike TorchSharp's.</summary>
    public void Dispose()
    {
    }
}
