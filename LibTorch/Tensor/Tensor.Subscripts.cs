using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Subscripts, as in PyTorch: numbers, ranges, masks, tensors of numbers, new axes and "...".
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => At([i1]);
            set => Put([i1], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => Put([i1, i2], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => Put([i1, i2, i3], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => Put([i1, i2, i3, i4], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => Put([i1, i2, i3, i4, i5], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => Put([i1, i2, i3, i4, i5, i6], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => Put(indices, value);
        }

        public Tensor index(params TensorIndex[] indices) => View(indices) switch
        {
            (var view, null) => view,
            var (view, tensors) => Consume(view, Operators.index_Tensor.Call(view, tensors)),
        };

        public Tensor index(params Tensor[] indices) => Operators.index_Tensor.Call(this, indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(value);
            var (view, tensors) = View(indices);
            using (view)
            {
                if (tensors is not null)
                    Operators.index_put_.Apply(view, tensors, value, accumulate);
                else if (accumulate)
                    Operators.add__Tensor.Apply(view, value);
                else
                    Operators.copy_.Apply(view, value);
            }
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Operators.index_put_.Apply(this, indices, value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var tensor = Like(value);
            return index_put_(tensor, indices, false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var tensor = Like(value);
            return index_put_(tensor, indices, false);
        }

        private Tensor Like(Scalar value) => Operators.full.Call(Array.Empty<long>(), value, dtype, Argument.None, device);

        private Tensor At(ReadOnlySpan<long> indices)
        {
            var view = Operators.select_int.Call(this, 0, indices[0]);
            foreach (var position in indices[1..])
                view = Consume(view, Operators.select_int.Call(view, 0, position));
            return view;
        }

        private void Put(ReadOnlySpan<long> indices, Tensor value)
        {
            using var view = At(indices);
            Operators.copy_.Apply(view, value);
        }

        // Numbers, ranges and axes are views and applied one by one; tensors are left for aten::index, in their dimensions' places.
        private (Tensor view, Tensor?[]? tensors) View(TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            var view = Alias();
            List<Tensor?>? tensors = null;
            long dim = 0;
            foreach (var index in indices)
            {
                switch (index.kind)
                {
                    case TensorIndex.Kind.Single:
                        view = Consume(view, Operators.select_int.Call(view, dim, index.start));
                        break;
                    case TensorIndex.Kind.Slice:
                        if (index.start is not null || index.stop is not null || index.step is not null)
                            view = Consume(view, Operators.slice_Tensor.Call(view, dim, index.start, index.stop, index.step ?? 1));
                        dim++;
                        break;
                    case TensorIndex.Kind.None or TensorIndex.Kind.Null:
                        view = Consume(view, Operators.unsqueeze.Call(view, dim));
                        dim++;
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        dim += view.ndim - dim - DimensionsAfterEllipsis(indices);
                        break;
                    case TensorIndex.Kind.Bool:
                        view = Consume(view, Operators.unsqueeze.Call(view, dim));
                        Place(torch.tensor(index.start != 0).unsqueeze(0), dim);
                        dim++;
                        break;
                    case TensorIndex.Kind.Tensor:
                        Place(index.tensor!, dim);
                        dim += index.tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? index.tensor.ndim : 1;
                        break;
                }
            }
            return (view, tensors?.ToArray());

            void Place(Tensor tensor, long at)
            {
                tensors ??= [];
                while (tensors.Count < at)
                    tensors.Add(null);
                tensors.Add(tensor);
            }
        }

        private static long DimensionsAfterEllipsis(TensorIndex[] indices)
        {
            long count = 0;
            for (var i = indices.Length - 1; indices[i].kind != TensorIndex.Kind.Ellipsis; i--)
            {
                count += indices[i].kind switch
                {
                    TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
                    TensorIndex.Kind.Tensor when indices[i].tensor!.dtype is ScalarType.Bool or ScalarType.Byte => indices[i].tensor!.ndim,
                    TensorIndex.Kind.Tensor => 1,
                    _ => 0,
                };
            }
            return count;
        }

        private static Tensor Consume(Tensor used, Tensor result)
        {
            used.Dispose();
            return result;
        }
    }
}
