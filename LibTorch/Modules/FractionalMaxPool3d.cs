using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The largest of windows of [N, C, D, H, W] at random places (Graham, 2014).</summary>
    public sealed class FractionalMaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal FractionalMaxPool3d(long[] kernel_size, long[]? output_size, double[]? output_ratio) : base(nameof(FractionalMaxPool3d))
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

        public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool3d(input, kernel_size, output_size, output_ratio);

        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The largest of windows of [N, C, D, H, W] at random places (Graham, 2014).</summary>
            public static FractionalMaxPool3d FractionalMaxPool3d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
                new(Sizes.Repeated(kernel_size, 3), Sizes.Repeated(output_size, 3), Sizes.Repeated(output_ratio, 3));

            public static FractionalMaxPool3d FractionalMaxPool3d(
                (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                new(Sizes.List(kernel_size), Sizes.List(output_size), Sizes.List(output_ratio));

            public static FractionalMaxPool3d FractionalMaxPool3d(
                long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                new(kernel_size, output_size, output_ratio);
        }
    }
}
