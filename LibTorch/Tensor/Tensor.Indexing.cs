using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Elements picked, gathered, scattered and masked.
    public partial class Tensor
    {
        public Tensor index_select(long dim, Tensor index) => Operators.index_select.Call(this, dim, index);

        public Tensor select(long dim, long index) => Operators.select_int.Call(this, dim, index);

        public Tensor take(Tensor index) => Operators.take.Call(this, index);

        public Tensor argwhere() => Operators.argwhere.Call(this);

        public Tensor take_along_dim(Tensor indices) => Operators.take_along_dim.Call(this, indices);

        public Tensor take_along_dim(Tensor indices, long dim) => Operators.take_along_dim.Call(this, indices, dim);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Operators.index_add.Call(this, dim, index, source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Operators.index_add_.Apply(this, dim, index, source, alpha);

        public Tensor index_copy(long dim, Tensor index, Tensor source) => Operators.index_copy.Call(this, dim, index, source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Operators.index_copy_.Apply(this, dim, index, source);

        public Tensor index_fill(long dim, Tensor index, Scalar value) => Operators.index_fill_int_Scalar.Call(this, dim, index, value);

        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            Operators.index_fill__int_Scalar.Apply(this, dim, index, value);

        public Tensor masked_fill(Tensor mask, Scalar value) => Operators.masked_fill_Scalar.Call(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value) => Operators.masked_fill__Scalar.Apply(this, mask, value);

        public Tensor masked_scatter(Tensor mask, Tensor value) => Operators.masked_scatter.Call(this, mask, value);

        public Tensor masked_scatter_(Tensor mask, Tensor value) => Operators.masked_scatter_.Apply(this, mask, value);

        public Tensor masked_select(Tensor mask) => Operators.masked_select.Call(this, mask);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Operators.scatter_src.Call(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src) => Operators.scatter__src.Apply(this, dim, index, src);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Operators.scatter_add.Call(this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Operators.scatter_add_.Apply(this, dim, index, src);

        public Tensor gather(long dim, Tensor index) => Operators.gather.Call(this, dim, index);

        public Tensor nonzero() => Operators.nonzero.Call(this);

        public Tensor where(Tensor condition, Tensor y) => Operators.where_self.Call(condition, this, y);
    }
}
