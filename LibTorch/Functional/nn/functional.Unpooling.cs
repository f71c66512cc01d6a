using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Pooling in windows of random places, and its inverse where the places are known.
        public static partial class functional
        {
            public static Tensor fractional_max_pool2d(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d(
                    input, Sizes.Repeated(kernel_size, 2), Sizes.Repeated(output_size, 2), Sizes.Repeated(output_ratio, 2));

            public static Tensor fractional_max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d(input, Sizes.List(kernel_size), Sizes.List(output_size), Sizes.List(output_ratio));

            public static Tensor fractional_max_pool2d(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static (Tensor output, Tensor indices) fractional_max_pool2d_with_indices(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d_with_indices(
                    input, Sizes.Repeated(kernel_size, 2), Sizes.Repeated(output_size, 2), Sizes.Repeated(output_ratio, 2));

            public static (Tensor output, Tensor indices) fractional_max_pool2d_with_indices(
                Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, Sizes.List(kernel_size), Sizes.List(output_size), Sizes.List(output_ratio));

            public static (Tensor output, Tensor indices) fractional_max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Fractional(Operators.fractional_max_pool2d, input, kernel_size, output_size, output_ratio);

            public static Tensor fractional_max_pool3d(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d(
                    input, Sizes.Repeated(kernel_size, 3), Sizes.Repeated(output_size, 3), Sizes.Repeated(output_ratio, 3));

            public static Tensor fractional_max_pool3d(
                Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d(input, Sizes.List(kernel_size), Sizes.List(output_size), Sizes.List(output_ratio));

            public static Tensor fractional_max_pool3d(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static (Tensor output, Tensor indices) fractional_max_pool3d_with_indices(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d_with_indices(
                    input, Sizes.Repeated(kernel_size, 3), Sizes.Repeated(output_size, 3), Sizes.Repeated(output_ratio, 3));

            public static (Tensor output, Tensor indices) fractional_max_pool3d_with_indices(
                Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, Sizes.List(kernel_size), Sizes.List(output_size), Sizes.List(output_ratio));

            public static (Tensor output, Tensor indices) fractional_max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Fractional(Operators.fractional_max_pool3d, input, kernel_size, output_size, output_ratio);

            public static Tensor max_unpool1d(
                Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                ArgumentNullException.ThrowIfNull(input);
                using var scope = NewDisposeScope();
                var length = Unpooled(input, [kernel_size], Sizes.Repeated(stride, 1), Sizes.Repeated(padding, 1), output_size)[0];
                return Operators.max_unpool2d.Call(input.unsqueeze(-1), indices.unsqueeze(-1), (length, 1)).squeeze(-1).MoveToOuterDisposeScope();
            }

            public static Tensor max_unpool2d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                long[]? output_size = null) =>
                Operators.max_unpool2d.Call(input, indices, Unpooled(input, kernel_size, stride, padding, output_size));

            public static Tensor max_unpool3d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                long[]? output_size = null) =>
                Operators.max_unpool3d.Call(
                    input, indices, Unpooled(input, kernel_size, stride, padding, output_size), stride ?? kernel_size,
                    padding ?? new long[kernel_size.Length]);

            private static (Tensor, Tensor) Fractional(Operator pool, Tensor input, long[] kernel_size, long[]? output_size, double[]? output_ratio)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(kernel_size);
                var dims = kernel_size.Length;
                var shape = input.shape;
                if (shape.Length <= dims)
                    throw new ArgumentException($"The input has to have channels and {dims} more dimensions, not {shape.Length} in all.", nameof(input));
                if (output_size is null && output_ratio?.Length != dims)
                    throw new ArgumentException($"Fractional pooling needs output_size, or an output_ratio of {dims} numbers.", nameof(output_size));
                output_size ??= [.. output_ratio!.Select((ratio, d) => (long)(shape[shape.Length - dims + d] * ratio))];
                using var samples = rand(
                    [shape.Length == dims + 1 ? 1 : shape[0], shape[shape.Length - dims - 1], dims], input.dtype, input.device);
                return pool.CallForTwo(input, kernel_size, output_size, samples);
            }

            // Pooling maps several sizes to one; output_size says which of them it was.
            private static long[] Unpooled(Tensor input, long[] kernel_size, long[]? stride, long[]? padding, long[]? output_size)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(kernel_size);
                var dims = kernel_size.Length;
                var shape = input.shape;
                if (shape.Length < dims)
                    throw new ArgumentException($"The input has to have {dims} dimensions at least, not {shape.Length}.", nameof(input));
                stride ??= kernel_size;
                var usual = kernel_size.Select((size, d) =>
                    (shape[shape.Length - dims + d] - 1) * stride[d] + size - 2 * (padding is null ? 0 : padding[d])).ToArray();
                if (output_size is null)
                    return usual;
                var wanted = output_size.Length == dims + 2 ? output_size[2..] : output_size;
                if (wanted.Length != dims)
                    throw new ArgumentException($"output_size has {dims} or {dims + 2} numbers, not {wanted.Length}.", nameof(output_size));
                for (var d = 0; d < dims; d++)
                {
                    if (Math.Abs(wanted[d] - usual[d]) >= stride[d])
                        throw new ArgumentException(
                            $"output_size {wanted[d]} in dimension {d} is not between {usual[d] - stride[d]} and {usual[d] + stride[d]}.",
                            nameof(output_size));
                }
                return wanted;
            }
        }
    }
}
