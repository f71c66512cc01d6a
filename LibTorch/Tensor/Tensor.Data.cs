using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    // The numbers in managed memory.
    public unsafe partial class Tensor
    {
        /// <summary>The bytes of a contiguous tensor on the CPU, which the span shares.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                    throw new InvalidOperationException("The bytes of a tensor that is not contiguous are not in order: call contiguous() first.");
                var length = checked((int)(NumberOfElements * ElementSize));
                return length == 0 ? default : new Span<byte>((void*)Data, length);
            }
            set
            {
                var mine = bytes;
                if (value.Length != mine.Length)
                    throw new ArgumentException($"{value.Length} bytes do not fit a tensor of {mine.Length}.", nameof(value));
                value.CopyTo(mine);
            }
        }

        /// <summary>The address of the first element.</summary>
        internal nint Data
        {
            get
            {
                if (device_type != DeviceType.CPU)
                    throw new InvalidOperationException(
                        "Reading data from non-CPU memory is not supported. Move or copy the tensor to the CPU before reading.");
                nint address;
                NativeError.Check(NativeMethods.td_data(Handle, &address), nameof(Data));
                return address;
            }
        }

        /// <summary>The elements, in the order of the indices; those of another device are copied to the CPU.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the type of the elements.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            Check<T>();
            return new TensorAccessor<T>(device_type == DeviceType.CPU ? this : cpu());
        }

        /// <summary>The one element of a tensor that has one.</summary>
        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            Check<T>();
            return ReadOne<T>();
        }

        /// <summary>The one element of a tensor, as a double and as an integer, without an object for it.</summary>
        internal double AsDouble => NumberOfElements != 1 ? ToScalar().AsDouble : dtype switch
        {
            ScalarType.Float32 => ReadOne<float>(),
            ScalarType.Float64 => ReadOne<double>(),
            ScalarType.Int64 => ReadOne<long>(),
            _ => ToScalar().AsDouble,
        };

        internal long AsInt64 => NumberOfElements == 1 && dtype == ScalarType.Int64 ? ReadOne<long>() : ToScalar().AsInt64;

        /// <summary>The one element of a tensor, as a number of its own type.</summary>
        public Scalar ToScalar()
        {
            var value = Operators._local_scalar_dense.CallForValue(this);
            return dtype switch
            {
                ScalarType.ComplexFloat32 => item<(float, float)>(),
                ScalarType.ComplexFloat64 => item<Complex>(),
                ScalarType.Bool => value.Integer != 0,
                _ when value.Tag == ValueTag.Double => Scalar.Real(dtype, value.Real),
                _ => Scalar.Integer(dtype, value.Integer),
            };
        }

        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var plain = CpuContiguous();
            var length = plain.NumberOfElements * plain.ElementSize;
            var address = (byte*)(length == 0 ? 0 : plain.Data);
            // A span holds at most two billion bytes; a tensor may hold more.
            for (long done = 0; done < length; done += int.MaxValue)
                stream.Write(new ReadOnlySpan<byte>(address + done, (int)Math.Min(int.MaxValue, length - done)));
        }

        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            if (device_type != DeviceType.CPU || !is_contiguous())
            {
                using var plain = torch.empty(shape, dtype);
                plain.ReadBytesFromStream(stream, bufferSize);
                using var _ = no_grad();
                copy_(plain);
                return;
            }
            var length = NumberOfElements * ElementSize;
            var address = (byte*)(length == 0 ? 0 : Data);
            for (long done = 0; done < length; done += int.MaxValue)
                stream.ReadExactly(new Span<byte>(address + done, (int)Math.Min(int.MaxValue, length - done)));
        }

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuBFloat16(long i) => BitConverter.Int32BitsToSingle(ReadUnchecked<ushort>(i) << 16);

        /// <summary>The element at a place in memory.</summary>
        public T ReadCpuValue<T>(long i) where T : unmanaged
        {
            Check<T>();
            return ReadUnchecked<T>(i);
        }

        /// <summary>This tensor if its memory can be read in order, or a copy of which that is true.</summary>
        internal Tensor CpuContiguous()
        {
            using var plain = detach();
            using var near = plain.cpu();
            return near.contiguous();
        }

        private T ReadUnchecked<T>(long i) where T : unmanaged
        {
            if (i < 0 || i >= NumberOfElements)
                throw new IndexOutOfRangeException($"The tensor has {NumberOfElements} elements, there is none at {i}.");
            var value = ((T*)Data)[i];
            GC.KeepAlive(this);
            return value;
        }

        private T ReadOne<T>() where T : unmanaged
        {
            if (device_type == DeviceType.CPU)
                return ReadUnchecked<T>(0);
            using var near = cpu();
            return near.ReadUnchecked<T>(0);
        }

        private void Check<T>() where T : unmanaged
        {
            var type = dtype;
            if (!ElementTypes.Holds<T>(type))
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {type}");
        }
    }
}
