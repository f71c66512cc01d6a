using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A transposed convolution of [N, C, D, H, W].</summary>
    public sealed class ConvTranspose3d : ConvolutionTranspose
    {
        internal ConvTranspose3d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] output_padding,
            long[] dilation, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(
                nameof(ConvTranspose3d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding,
                groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size)
        {
            if (!ValidateShape(input, 3))
                throw WrongShape(input, "[N, C, D, H, W]");
            var output = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 3);
            return nn.functional.conv_transpose3d(
                input, weight, bias, stride, padding, output, dilation, groups);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A transposed convolution of [N, C, D, H, W].</summary>
            public static ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size, kernel_size], [stride, stride, stride],
                    [padding, padding, padding], [output_padding, output_padding, output_padding], [dilation, dilation, dilation],
                    padding_mode, groups, bias, device, dtype);

            public static ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null,
                (long, long, long)? padding = null, (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3],
                    stride is { } s ? [s.Item1, s.Item2, s.Item3] : [1, 1, 1], padding is { } p ? [p.Item1, p.Item2, p.Item3] : [0, 0, 0],
                    output_padding is { } o ? [o.Item1, o.Item2, o.Item3] : [0, 0, 0],
                    dilation is { } d ? [d.Item1, d.Item2, d.Item3] : [1, 1, 1],
                    padding_mode, groups, bias, device, dtype);
        }
    }
}
