using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Pooling.
        public static partial class functional
        {
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Operators.max_pool1d.Call(
                    input, Argument.List(kernel_size), Argument.List(stride ?? kernel_size), Argument.List(padding ?? 0),
                    Argument.List(dilation ?? 1), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Operators.max_pool1d_with_indices.CallForTwo(
                    input, Argument.List(kernel_size), Argument.List(stride ?? kernel_size), Argument.List(padding ?? 0),
                    Argument.List(dilation ?? 1), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                Operators.max_pool2d.Call(input, kernel_size, strides ?? kernel_size, padding, dilation, ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, (kernel_size, kernel_size), Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false) =>
                Operators.max_pool2d.Call(input, kernel_size, stride ?? kernel_size, padding ?? (0, 0), dilation ?? (1, 1), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                Operators.max_pool2d_with_indices.CallForTwo(input, kernel_size, strides ?? kernel_size, padding, dilation, ceil_mode);

            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                Operators.max_pool3d.Call(input, kernel_size, strides ?? kernel_size, padding, dilation, ceil_mode);

            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                Operators.max_pool3d_with_indices.CallForTwo(input, kernel_size, strides ?? kernel_size, padding, dilation, ceil_mode);

            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true) =>
                Operators.avg_pool1d.Call(
                    input, Argument.List(kernel_size), Argument.List(stride ?? kernel_size), Argument.List(padding ?? 0), ceil_mode,
                    count_include_pad);

            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Operators.avg_pool2d.Call(
                    input, kernel_size, stride ?? kernel_size, padding, ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, (kernel_size, kernel_size), Twice(stride), (padding, padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Operators.avg_pool2d.Call(
                    input, kernel_size, stride ?? kernel_size, padding ?? (0, 0), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Operators.avg_pool3d.Call(
                    input, kernel_size, stride ?? kernel_size, padding, ceil_mode, count_include_pad, divisor_override);

            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var powers = input.pow(norm_type);
                using var means = avg_pool1d(powers, kernel_size, stride, 0, ceil_mode);
                return Root(means, norm_type, kernel_size);
            }

            public static Tensor lp_pool2d(
                Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var powers = input.pow(norm_type);
                using var means = avg_pool2d(powers, kernel_size, stride, null, ceil_mode);
                return Root(means, norm_type, kernel_size.TotalSize());
            }

            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, [kernel_size, kernel_size], stride is { } step ? [step, step] : null, ceil_mode);

            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                Operators.adaptive_avg_pool1d.Call(input, Argument.List(output_size));

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Operators.adaptive_avg_pool2d.Call(input, Filled(output_size, input, 2));

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                Operators.adaptive_avg_pool2d.Call(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                Operators.adaptive_avg_pool2d.Call(input, (output_size, output_size));

            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                Operators.adaptive_avg_pool3d.Call(input, Filled(output_size, input, 3));

            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                Operators.adaptive_avg_pool3d.Call(input, output_size);

            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                Operators.adaptive_avg_pool3d.Call(input, (output_size, output_size, output_size));

            public static Tensor adaptive_max_pool1d(
                Tensor input, long output_size) => First(adaptive_max_pool1d_with_indices(input, output_size));

            public static (Tensor output, Tensor indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                Operators.adaptive_max_pool1d.CallForTwo(input, Argument.List(output_size));

            public static Tensor adaptive_max_pool2d(
                Tensor input, long[] output_size) => First(adaptive_max_pool2d_with_indices(input, output_size));

            public static (Tensor output, Tensor indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                Operators.adaptive_max_pool2d.CallForTwo(input, Filled(output_size, input, 2));

            public static Tensor adaptive_max_pool3d(
                Tensor input, long[] output_size) => First(adaptive_max_pool3d_with_indices(input, output_size));

            public static (Tensor output, Tensor indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                Operators.adaptive_max_pool3d.CallForTwo(input, Filled(output_size, input, 3));

            private static (long, long)? Twice(long? value) => value is { } known ? (known, known) : null;

            // One size stands for all dimensions, and PyTorch's None, -1 here, for the input's own.
            private static long[] Filled(long[] sizes, Tensor input, int dims)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(sizes);
                var own = input.shape;
                var filled = new long[dims];
                for (var d = 0; d < dims; d++)
                {
                    var size = sizes.Length == 1 ? sizes[0] : sizes[d];
                    filled[d] = size < 0 ? own[own.Length - dims + d] : size;
                }
                return filled;
            }

            private static Tensor First((Tensor, Tensor) results)
            {
                results.Item2.Dispose();
                return results.Item1;
            }

            private static Tensor Root(Tensor means, double power, long count)
            {
                using var scope = NewDisposeScope();
                return means.sign().mul(relu(means.abs())).mul(count).pow(1 / power).MoveToOuterDisposeScope();
            }
        }
    }
}
