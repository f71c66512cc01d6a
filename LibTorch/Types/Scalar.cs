using System.Numerics;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any type, as an argument of an operator.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ScalarType type, ValueTag kind, long bits, Complex complex = default)
    {
        Type = type;
        Kind = kind;
        Bits = bits;
        Complex = complex;
    }

    public ScalarType Type { get; }

    internal ValueTag Kind { get; }

    /// <summary>The number as libtorch takes it: an integer, a truth value, or the bits of a double.</summary>
    internal long Bits { get; }

    internal Complex Complex { get; }

    internal double AsDouble => Kind switch
    {
        ValueTag.Double => BitConverter.Int64BitsToDouble(Bits),
        ValueTag.Complex => Complex.Real,
        _ => Bits,
    };

    internal long AsInt64 => Kind switch
    {
        ValueTag.Double or ValueTag.Complex => (long)AsDouble,
        _ => Bits,
    };

    internal Complex AsComplex => Kind == ValueTag.Complex ? Complex : AsDouble;

    internal static Scalar Integer(ScalarType type, long value) => new(type, ValueTag.Int, value);

    internal static Scalar Real(ScalarType type, double value) => new(type, ValueTag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Scalar(byte value) => Integer(ScalarType.Byte, value);

    public static implicit operator Scalar(sbyte value) => Integer(ScalarType.Int8, value);

    public static implicit operator Scalar(short value) => Integer(ScalarType.Int16, value);

    public static implicit operator Scalar(int value) => Integer(ScalarType.Int32, value);

    public static implicit operator Scalar(long value) => Integer(ScalarType.Int64, value);

    public static implicit operator Scalar(Half value) => Real(ScalarType.Float16, (double)value);

    public static implicit operator Scalar(float value) => Real(ScalarType.Float32, value);

    public static implicit operator Scalar(double value) => Real(ScalarType.Float64, value);

    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, ValueTag.Bool, value ? 1 : 0);

    public static implicit operator Scalar((float, float) value) =>
        new(ScalarType.ComplexFloat32, ValueTag.Complex, 0, new Complex(value.Item1, value.Item2));

    public static implicit operator Scalar(Complex value) => new(ScalarType.ComplexFloat64, ValueTag.Complex, 0, value);

    /// <summary>Does nothing: the number is held in managed memory, unlike TorchSharp's.</summary>
    public void Dispose()
    {
    }
}
