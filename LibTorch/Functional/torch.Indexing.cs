using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Elements picked, gathered, scattered and masked.

    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) =>
        Operators.scatter_add_.Apply(input, dim, index, src);

    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) =>
        Operators.index_fill_int_Scalar.Call(input, dim, index, value);

    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) =>
        Operators.index_fill__int_Scalar.Apply(input, dim, index, value);

    public static Tensor argwhere(Tensor input) => Operators.argwhere.Call(input);

    public static Tensor gather(Tensor input, long dim, Tensor index) => Operators.gather.Call(input, dim, index);

    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) =>
        Operators.gather.Call(input, dim, index, sparse_grad);

    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        Operators.index_add.Call(input, dim, index, source, alpha);

    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        Operators.index_add_.Apply(input, dim, index, source, alpha);

    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) =>
        Operators.index_copy.Call(input, dim, index, source);

    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) =>
        Operators.index_copy_.Apply(input, dim, index, source);

    public static Tensor index_select(Tensor input, long dim, Tensor index) => Operators.index_select.Call(input, dim, index);

    public static Tensor masked_select(Tensor input, Tensor mask) => Operators.masked_select.Call(input, mask);

    public static Tensor nonzero(Tensor input) => Operators.nonzero.Call(input);

    public static Tensor select(Tensor input, long dim, long index) => Operators.select_int.Call(input, dim, index);

    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => Operators.scatter_src.Call(input, dim, index, src);

    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) =>
        Operators.scatter__src.Apply(input, dim, index, src);

    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) =>
        Operators.scatter_add.Call(input, dim, index, src);

    public static Tensor take(Tensor input, Tensor index) => Operators.take.Call(input, index);

    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => Operators.take_along_dim.Call(input, indices, dim);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Operators.where_self.Call(condition, x, y);

    public static Tensor[] where(Tensor condition) => Operators.where.CallForList(condition);
}
