using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The largest of windows of [N, C, H, W] at random places (Graham, 2014).</summary>
    public sealed class FractionalMaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal FractionalMaxPool2d(long[] kernel_size, long[]? output_size, double[]? output_ratio) : base(nameof(FractionalMaxPool2d))
        {
            if (output_size is null == output_ratio is null)
                throw new ArgumentException("Fractional pooling takes one of output_size and output_ratio.", nameof(output_size));
            if (output_ratio?.Any(ratio => ratio is <= 0 or >= 1) == true)
                throw new ArgumentException($"output_ratio has to be between 0 and 1, but got {string.Join(", ", output_ratio)}", nameof(output_ratio));
            this.kernel_size = kernel_size;
            this.output_size = output_size;
            this.output_ratio = output_ratio;
        }

        public long[] kernel_size { get; set; }

        public long[]? output_size { get; set; }

        public double[]? output_ratio { get; set; }

        public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool2d(input, kernel_size, output_size, output_ratio);

        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The largest of windows of [N, C, H, W] at random places (Graham, 2014).</summary>
            public static FractionalMaxPool2d FractionalMaxPool2d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
                new(Sizes.Repeated(kernel_size, 2), Sizes.Repeated(output_size, 2), Sizes.Repeated(output_ratio, 2));

            public static FractionalMaxPool2d FractionalMaxPool2d(
                (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                new(Sizes.List(kernel_size), Sizes.List(output_size), Sizes.List(output_ratio));

            public static FractionalMaxPool2d FractionalMaxPool2d(
                long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                new(kernel_size, output_size, output_ratio);
        }
    }
}
