using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Managed memory becomes a tensor in one way: it is copied.

    /// <summary>A tensor of a shape with copies of the elements.</summary>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    internal static unsafe Tensor FromSpan<T>(
        ReadOnlySpan<T> data, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad = false,
        string[]? names = null)
        where T : unmanaged
    {
        long elements = 1;
        foreach (var size in shape)
            elements *= size;
        if (elements != data.Length)
            throw new ArgumentException(
                $"mismatched total size creating a tensor from an array: {data.Length} elements do not fill the shape " +
                $"[{string.Join(", ", shape.ToArray())}].");

        var type = ElementTypes.Of<T>();
        var tensor = Operators.empty_memory_format.Call(Argument.List(shape), type, Argument.None, CPU);
        if (data.Length > 0)
            data.CopyTo(new Span<T>((void*)tensor.Data, data.Length));
        return Made(Moved(tensor, dtype ?? type, InitializeDevice(device)), requires_grad, names);
    }

    /// <summary>A tensor of an array's shape, type and elements.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static unsafe Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        return FromBytes(rawArray, 0, rawArray.LongLength, Shape(rawArray), dtype, device, requires_grad, names);
    }

    /// <summary>A one-dimensional tensor from part of an array, whose elements are of the type.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var type = ElementTypes.Of(rawArray.GetType().GetElementType()!);
        if (type != dtype)
            throw new ArgumentException($"The array's elements are {type}, not {dtype}.", nameof(dtype));
        var length = count < 0 ? rawArray.LongLength - offset : count;
        return FromBytes(rawArray, offset, length, [length], dtype, CPU, requires_grad, null);
    }

    private static unsafe Tensor FromBytes(
        Array rawArray, long offset, long count, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad,
        string[]? names)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (offset + count > rawArray.LongLength)
            throw new ArgumentException($"The array has {rawArray.LongLength} elements, not {offset + count}.", nameof(count));
        var type = ElementTypes.Of(rawArray.GetType().GetElementType()!);
        var tensor = Operators.empty_memory_format.Call(Argument.List(shape), type, Argument.None, CPU);
        var bytes = count * tensor.ElementSize;
        if (bytes > 0)
        {
            fixed (byte* source = &MemoryMarshal.GetArrayDataReference(rawArray))
                Buffer.MemoryCopy(source + offset * tensor.ElementSize, (void*)tensor.Data, bytes, bytes);
        }
        return Made(Moved(tensor, dtype ?? type, InitializeDevice(device)), requires_grad, names);
    }

    private static Tensor Converted(Tensor data, ScalarType? dtype, Device? device) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    private static Tensor Moved(Tensor tensor, ScalarType dtype, Device device) =>
        tensor.Differs(dtype, device) ? tensor.to(dtype, device, disposeAfter: true) : tensor;

    private static ReadOnlySpan<T> Elements<T>(IList<T> list) => list switch
    {
        null => throw new ArgumentNullException(nameof(list)),
        T[] array => array,
        List<T> growing => CollectionsMarshal.AsSpan(growing),
        _ => list.ToArray(),
    };

    private static ReadOnlySpan<T> Flat<T>(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static long[] Shape(Array array)
    {
        var shape = new long[array.Rank];
        for (var d = 0; d < shape.Length; d++)
            shape[d] = array.GetLongLength(d);
        return shape;
    }
}
