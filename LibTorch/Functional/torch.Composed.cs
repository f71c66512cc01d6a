using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // What generated one-liners share, and what is no single operator.

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => Operators.chunk.CallForList(input, chunks, dim);

    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0)
    {
        using var positions = tensor(indices.ToArray());
        return Operators.take_along_dim.Call(input, positions, dim);
    }

    public static Tensor cross(Tensor input, Scalar other, long dim = 0) => input.cross(other, dim);

    public static Tensor is_neg(Tensor input) => tensor(input.is_neg());

    public static Tensor norm(Tensor input) => Operators.norm_Scalar.Call(input, 2);

    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => Operators.clamp.Call(input, min, max);

    public static long numel(Tensor input) => input.NumberOfElements;

    public static bool is_tensor(object obj) => obj is Tensor;

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)Operators.result_type_Tensor.CallForValue(tensor1, tensor2).Integer;

    public static bool can_cast(ScalarType from, ScalarType to) => Operators.can_cast.CallForValue(from, to).Integer != 0;

    public static ScalarType promote_types(ScalarType type1, ScalarType type2) =>
        (ScalarType)Operators.promote_types.CallForValue(type1, type2).Integer;

    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => Operators.atleast_1d_Sequence.CallForList(input);

    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => Operators.atleast_2d_Sequence.CallForList(input);

    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => Operators.atleast_3d_Sequence.CallForList(input);

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Operators.combinations.Call(input, r, with_replacement);

    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Operators.tril_indices.Call(row, col, offset, dtype, Argument.None, InitializeDevice(device));

    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Operators.triu_indices.Call(row, col, offset, dtype, Argument.None, InitializeDevice(device));

    public static void save(Tensor t, string location) => t.save(location);

    public static Tensor load(string location) => Tensor.load(location);

    /// <summary>Writes a result where the caller wants it, if it wants it anywhere.</summary>
    internal static Tensor Into(Tensor? @out, Tensor result)
    {
        if (@out is null)
            return result;
        using (result)
            return @out.copy_(result);
    }

    internal static Tensor As(Tensor tensor, ScalarType? type) =>
        type is { } wanted && wanted != tensor.dtype ? tensor.to_type(wanted, disposeAfter: true) : tensor;

    internal static (Tensor, Tensor) As((Tensor, Tensor) tensors, ScalarType? type) => (As(tensors.Item1, type), As(tensors.Item2, type));

    internal static Tensor Unflattened(Tensor tensor, long dim, long[] sizes)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(sizes);
        var shape = tensor.shape;
        var at = (int)(dim < 0 ? dim + shape.Length : dim);
        if (at < 0 || at >= shape.Length)
            throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {shape.Length} dimensions.");
        return Operators.view.Call(tensor, (long[])[.. shape[..at], .. sizes, .. shape[(at + 1)..]]);
    }

    internal static Tensor Contracted(Tensor a, Tensor b, long dims)
    {
        ArgumentNullException.ThrowIfNull(a);
        long[] last = new long[dims], first = new long[dims];
        for (var i = 0; i < dims; i++)
            (last[i], first[i]) = (a.ndim - dims + i, i);
        return Operators.tensordot.Call(a, b, last, first);
    }
}
