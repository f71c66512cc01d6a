using System.Collections;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the CPU, in the order of its indices whatever their order in memory.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private Tensor? tensor;
    private readonly T* data;

    // Null when the elements lie in memory in the order of the indices.
    private readonly long[]? shape;
    private readonly long[]? strides;

    internal TensorAccessor(Tensor tensor)
    {
        this.tensor = tensor;
        Count = tensor.NumberOfElements;
        data = (T*)(Count == 0 ? 0 : tensor.Data);
        if (tensor.is_contiguous())
            return;
        shape = tensor.shape;
        strides = tensor.stride();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get => data[indices.Length == 1 ? Offset(indices[0]) : Offset(indices)];
        set => data[indices.Length == 1 ? Offset(indices[0]) : Offset(indices)] = value;
    }

    private Tensor Tensor => tensor ?? throw new ObjectDisposedException(nameof(TensorAccessor<T>));

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>The elements in an array with the tensor's dimensions.</summary>
    public Array ToNDArray()
    {
        var sizes = Tensor.shape;
        var array = Array.CreateInstance(typeof(T), sizes.Length == 0 ? [1] : sizes);
        fixed (byte* target = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array))
            CopyTo(new Span<T>(target, array.Length));
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies what fits, from an element on to a place on.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var length = (int)Math.Min(target.Length, Count - tensorIndex);
        if (shape is null)
            new ReadOnlySpan<T>(data + tensorIndex, length).CopyTo(target);
        else
            for (var i = 0; i < length; i++)
                target[i] = data[Offset(tensorIndex + i)];
        GC.KeepAlive(Tensor);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var length = (int)Math.Min(source.Length, Count - tensorIndex);
        if (shape is null)
            source[..length].CopyTo(new Span<T>(data + tensorIndex, length));
        else
            for (var i = 0; i < length; i++)
                data[Offset(tensorIndex + i)] = source[i];
        GC.KeepAlive(Tensor);
    }

    public static bool operator ==(TensorAccessor<T>? left, TensorAccessor<T>? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(TensorAccessor<T>? left, TensorAccessor<T>? right) => !(left == right);

    public override bool Equals(object? obj) =>
        obj is TensorAccessor<T> other && (ReferenceEquals(this, other) || this.SequenceEqual(other));

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Lets go of the tensor; the tensor itself is its owner's to dispose.</summary>
    public void Dispose() => tensor = null;

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
            yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T At(long position) => data[Offset(position)];

    private long Offset(long position)
    {
        _ = Tensor;
        if (position < 0 || position >= Count)
            throw new IndexOutOfRangeException($"The tensor has {Count} elements, there is none at {position}.");
        if (shape is null)
            return position;
        long offset = 0;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            offset += position % shape[d] * strides![d];
            position /= shape[d];
        }
        return offset;
    }

    private long Offset(long[] indices)
    {
        var sizes = shape ?? Tensor.shape;
        if (indices.Length != sizes.Length)
            throw new ArgumentException($"{indices.Length} indices do not address an element of a tensor with {sizes.Length} dimensions.");
        var steps = strides ?? Tensor.stride();
        long offset = 0;
        for (var d = 0; d < indices.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= sizes[d])
                throw new IndexOutOfRangeException($"Dimension {d} has {sizes[d]} elements, there is none at {indices[d]}.");
            offset += indices[d] * steps[d];
        }
        return offset;
    }
}
