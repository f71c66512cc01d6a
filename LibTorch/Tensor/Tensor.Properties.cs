using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Shape, type and place.
    public partial class Tensor
    {
        public string? name
        {
            get => owned?.Name;
            set => (owned ?? throw Disposed()).Name = value;
        }

        public long Dimensions => NativeMethods.td_dim(Handle);

        public long ndim => NativeMethods.td_dim(Handle);

        public long NumberOfElements => NativeMethods.td_numel(Handle);

        public long ElementSize => NativeMethods.td_element_size(Handle);

        public ScalarType dtype => (ScalarType)NativeMethods.td_dtype(Handle);

        public Device device
        {
            get
            {
                var (type, index) = Location;
                return type == DeviceType.CPU ? CPU : new Device(type, index);
            }
        }

        public DeviceType device_type => Location.type;

        public int device_index => Location.index;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        /// <summary>Where a sparse tensor has elements, [dimensions, count].</summary>
        public Tensor SparseIndices => Operators._indices.Call(this);

        /// <summary>The elements of a sparse tensor.</summary>
        public Tensor SparseValues => Operators._values.Call(this);

        public bool is_sparse => NativeMethods.td_is_sparse(Handle) != 0;

        /// <summary>The sizes of the dimensions.</summary>
        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[ndim];
                fixed (long* memory = sizes)
                    NativeMethods.td_sizes(Handle, memory);
                return sizes;
            }
        }

        public Tensor T => Operators.numpy_T.Call(this);

        public Tensor H => Operators.matrix_H.Call(this);

        public Tensor mT => Operators.mT.Call(this);

        public Tensor mH => Operators.mH.Call(this);

        public Tensor real => Operators.real.Call(this);

        public Tensor imag => Operators.imag.Call(this);

        private (DeviceType type, int index) Location
        {
            get
            {
                var packed = NativeMethods.td_device(Handle);
                return ((DeviceType)(packed & 0xFFFF), packed >> 16);
            }
        }

        public long dim() => ndim;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public long storage_offset() => NativeMethods.td_storage_offset(Handle);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_contiguous() => NativeMethods.td_is_contiguous(Handle) != 0;

        public bool is_pinned() => Operators.is_pinned.CallForValue(this).Integer != 0;

        public Tensor pin_memory() => Operators.pin_memory.Call(this);

        public long[] size() => shape;

        /// <summary>The size of one dimension; negative numbers count from the last.</summary>
        public long size(int dim) => NativeMethods.td_size(Handle, Wrapped(dim));

        public unsafe long[] stride()
        {
            var strides = new long[ndim];
            fixed (long* memory = strides)
                NativeMethods.td_strides(Handle, memory);
            return strides;
        }

        public long stride(int dim) => stride()[Wrapped(dim)];

        private int Wrapped(int dim)
        {
            var rank = (int)ndim;
            return dim >= -rank && dim < rank
                ? dim < 0 ? dim + rank : dim
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {rank} dimensions.");
        }
    }
}
