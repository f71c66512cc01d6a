using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Convolutions, folding and shuffling.
        public static partial class functional
        {
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null,
                long groups = 1) =>
                Operators.conv1d.Call(
                    input, weight, bias, Argument.List(stride ?? 1), Argument.List(padding ?? 0), Argument.List(dilation ?? 1), groups);

            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid,
                long? dilation = null,
                long groups = 1) =>
                Operators.conv1d_padding.Call(
                    input, weight, bias, Argument.List(stride ?? 1), Name(padding), Argument.List(dilation ?? 1), groups);

            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1) =>
                Operators.conv2d.Call(input, weight, bias, strides, padding, dilation, groups);

            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                long[]? dilation = null, long groups = 1) =>
                Operators.conv2d_padding.Call(input, weight, bias, strides, Name(padding), dilation, groups);

            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1) =>
                Operators.conv3d.Call(input, weight, bias, strides, padding, dilation, groups);

            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                long[]? dilation = null, long groups = 1) =>
                Operators.conv3d_padding.Call(input, weight, bias, strides, Name(padding), dilation, groups);

            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null,
                long? dilation = null, long groups = 1) =>
                Operators.conv_transpose1d.Call(
                    input, weight, bias, Argument.List(stride ?? 1), Argument.List(padding ?? 0), Argument.List(output_padding ?? 0),
                    groups,
                    Argument.List(dilation ?? 1));

            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Operators.conv_transpose2d_input.Call(input, weight, bias, strides, padding, output_padding, groups, dilation);

            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Operators.conv_transpose3d_input.Call(input, weight, bias, strides, padding, output_padding, groups, dilation);

            public static Tensor fold(
                Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(
                    input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding),
                    (stride, stride));

            public static Tensor fold(
                Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null,
                (long, long)? stride = null) =>
                Operators.col2im.Call(input, output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                Operators.im2col.Call(input, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Operators.pixel_shuffle.Call(input, upscale_factor);

            public static Tensor pixel_unshuffle(
                Tensor input, long downscale_factor) => Operators.pixel_unshuffle.Call(input, downscale_factor);

            private static string Name(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
