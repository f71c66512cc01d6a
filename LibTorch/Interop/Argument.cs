using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// An argument of an operator. It holds the managed object, not its handle: arguments live on the caller's stack until the call
/// returns, which keeps the finalizer away from a tensor that libtorch is working with.
/// </summary>
internal readonly struct Argument
{
    private readonly object? reference;
    private readonly NativeValue value;
    private readonly long second;

    private Argument(ValueTag tag, object? reference, int length, long first = 0, long second = 0)
    {
        this.reference = reference;
        value.Tag = tag;
        value.Length = length;
        value.Integer = first;
        this.second = second;
    }

    public static Argument None => default;

    /// <summary>The argument as the native side takes it, unless it needs memory.</summary>
    public NativeValue Value => value;

    public bool NeedsMemory => value.Tag >= ValueTag.Complex;

    /// <summary>The tensor that the argument is.</summary>
    public Tensor Tensor => Unsafe.As<Tensor>(reference!);

    /// <summary>How many 8-byte words the argument needs beside its <see cref="NativeValue"/>.</summary>
    public int Words => value.Tag switch
    {
        ValueTag.TensorList or ValueTag.IntList or ValueTag.DoubleList => value.Length,
        ValueTag.Complex => 2,
        ValueTag.String or ValueTag.BoolList => (value.Length + 7) / 8,
        _ => 0,
    };

    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    public static implicit operator Argument(Tensor? value) => value is null ? default : new(ValueTag.Tensor, value, 0, value.Handle);

    public static implicit operator Argument(
        Tensor?[]? values) => values is null ? default : new(ValueTag.TensorList, values, values.Length);

    public static implicit operator Argument(long value) => new(ValueTag.Int, null, 0, value);

    public static implicit operator Argument(long? value) => value is { } known ? (Argument)known : default;

    public static implicit operator Argument(int value) => new(ValueTag.Int, null, 0, value);

    public static implicit operator Argument(int? value) => value is { } known ? (Argument)known : default;

    public static implicit operator Argument(double value) => new(ValueTag.Double, null, 0, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is { } known ? (Argument)known : default;

    public static implicit operator Argument(bool value) => new(ValueTag.Bool, null, 0, value ? 1 : 0);

    public static implicit operator Argument(bool? value) => value is { } known ? (Argument)known : default;

    public static implicit operator Argument(ScalarType value) => new(ValueTag.Int, null, 0, (long)value);

    public static implicit operator Argument(ScalarType? value) => value is { } known ? (Argument)known : default;

    public static implicit operator Argument(Device? value) =>
        value is null ? default : new(ValueTag.Device, null, (int)value.type, value.index);

    public static implicit operator Argument(Generator? value) => value is null ? default : new(ValueTag.Generator, value, 0, value.Handle);

    public static implicit operator Argument(Scalar? value) => value is null ? default : value.Kind switch
    {
        ValueTag.Complex => new(ValueTag.Complex, value, 0),
        var kind => new(kind, null, 0, value.Bits),
    };

    public static implicit operator Argument(string? value) => value is null ? default : new(ValueTag.String, value, value.Length);

    public static implicit operator Argument(long[]? values) => values is null ? default : new(ValueTag.IntList, values, values.Length);

    public static implicit operator Argument(
        double[]? values) => values is null ? default : new(ValueTag.DoubleList, values, values.Length);

    public static implicit operator Argument(bool[]? values) => values is null ? default : new(ValueTag.BoolList, values, values.Length);

    public static implicit operator Argument((long, long) values) => List(values.Item1, values.Item2);

    public static implicit operator Argument((long, long)? values) => values is { } known ? (Argument)known : default;

    public static implicit operator Argument((long, long, long) values) => new long[] { values.Item1, values.Item2, values.Item3 };

    /// <summary>A list of one integer, without an array.</summary>
    public static Argument List(long value) => new(ValueTag.IntList, null, 1, value);

    /// <summary>A list of two integers, without an array.</summary>
    public static Argument List(long first, long second) => new(ValueTag.IntList, null, 2, first, second);

    public static Argument List(ReadOnlySpan<long> values) => values.Length switch
    {
        1 => List(values[0]),
        2 => List(values[0], values[1]),
        _ => values.ToArray(),
    };

    /// <summary>Writes the argument for the native side; what it points at goes to <paramref name="memory"/>, <see cref="Words"/> long.</summary>
    /// <exception cref="ObjectDisposedException">A tensor of a list was disposed.</exception>
    public unsafe NativeValue Lower(long* memory)
    {
        var lowered = value;
        if (!NeedsMemory)
            return lowered;
        lowered.Pointer = (nint)memory;
        switch (value.Tag)
        {
            case ValueTag.TensorList:
                var tensors = (Tensor?[])reference!;
                for (var i = 0; i < tensors.Length; i++)
                    memory[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
                break;
            case ValueTag.IntList when reference is null:
                memory[0] = value.Integer;
                if (value.Length == 2)
                    memory[1] = second;
                break;
            case ValueTag.IntList:
                ((long[])reference).CopyTo(new Span<long>(memory, value.Length));
                break;
            case ValueTag.DoubleList:
                ((double[])reference!).CopyTo(new Span<double>(memory, value.Length));
                break;
            case ValueTag.BoolList:
                ((bool[])reference!).CopyTo(new Span<bool>(memory, value.Length));
                break;
            case ValueTag.String:
                // Everything that libtorch takes as text (modes, equations) is ASCII.
                System.Text.Encoding.ASCII.GetBytes((string)reference!, new Span<byte>(memory, value.Length));
                break;
            case ValueTag.Complex:
                *(Complex*)memory = ((Scalar)reference!).AsComplex;
                break;
        }
        return lowered;
    }
}
