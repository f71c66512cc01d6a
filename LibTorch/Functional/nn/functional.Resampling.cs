using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Padding, resizing and sampling.
        public static partial class functional
        {
            /// <summary>Continues the last dimensions, a pair of lengths each, the last dimension first.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                mode is PaddingModes.Constant or PaddingModes.Zeros
                    ? Operators.constant_pad_nd.Call(input, pad, value)
                    : Operators.pad.Call(input, pad, mode.ToString().ToLowerInvariant());

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad, pad], mode, value);

            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                var spatial = (int)x.ndim - 2;
                if (size is null == scale_factor is null)
                    throw new ArgumentException("Exactly one of size and scale_factor is needed.", nameof(size));
                var target = size is { Length: 1 } && spatial > 1 ? [.. Enumerable.Repeat(size[0], spatial)] : size;
                var factors = scale_factor is { Length: 1 } && spatial > 1 ? [.. Enumerable.Repeat(scale_factor[0], spatial)] : scale_factor;
                if (recompute_scale_factor && factors is not null)
                {
                    target = [.. factors.Select((factor, d) => (long)Math.Floor(x.size(d + 2) * factor))];
                    factors = null;
                }
                var align = align_corners ?? false;
                return (mode, spatial) switch
                {
                    (InterpolationMode.Nearest, 1) => Operators.upsample_nearest1d_vec.Call(x, target, factors),
                    (InterpolationMode.Nearest, 2) => Operators.upsample_nearest2d_vec.Call(x, target, factors),
                    (InterpolationMode.Nearest, 3) => Operators.upsample_nearest3d_vec.Call(x, target, factors),
                    (InterpolationMode.NearestExact, 1) => Operators._upsample_nearest_exact1d_vec.Call(x, target, factors),
                    (InterpolationMode.NearestExact, 2) => Operators._upsample_nearest_exact2d_vec.Call(x, target, factors),
                    (InterpolationMode.NearestExact, 3) => Operators._upsample_nearest_exact3d_vec.Call(x, target, factors),
                    (InterpolationMode.Linear, 1) => Operators.upsample_linear1d_vec.Call(x, target, align, factors),
                    (InterpolationMode.Bilinear, 2) when antialias => Operators._upsample_bilinear2d_aa_vec.Call(x, target, align, factors),
                    (InterpolationMode.Bilinear, 2) => Operators.upsample_bilinear2d_vec.Call(x, target, align, factors),
                    (InterpolationMode.Bicubic, 2) when antialias => Operators._upsample_bicubic2d_aa_vec.Call(x, target, align, factors),
                    (InterpolationMode.Bicubic, 2) => Operators.upsample_bicubic2d_vec.Call(x, target, align, factors),
                    (InterpolationMode.Trilinear, 3) => Operators.upsample_trilinear3d_vec.Call(x, target, align, factors),
                    (InterpolationMode.Area, 1) => adaptive_avg_pool1d(x, Sizes()[0]),
                    (InterpolationMode.Area, 2) => adaptive_avg_pool2d(x, Sizes()),
                    (InterpolationMode.Area, 3) => adaptive_avg_pool3d(x, Sizes()),
                    _ => throw new ArgumentException($"Mode {mode} does not resize an input with {spatial} spatial dimensions.", nameof(mode)),
                };

                long[] Sizes() => target ?? [.. factors!.Select((factor, d) => (long)Math.Floor(x.size(d + 2) * factor))];
            }

            public static Tensor upsample(
                Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners);

            public static Tensor upsample_bilinear(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            public static Tensor upsample_nearest(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor);

            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                interpolate(input, Sizes.Repeated(outputSize, 1), Sizes.Repeated(scaleFactor, 1));

            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                interpolate(input, outputSizes, scaleFactors);

            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                interpolate(input, outputSizes, scaleFactors);

            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null) =>
                Operators.grid_sampler.Call(
                    input, grid, mode == GridSampleMode.Bilinear ? 0 : 1,
                    padding_mode switch { GridSamplePaddingMode.Zeros => 0, GridSamplePaddingMode.Border => 1, _ => 2 },
                    align_corners ?? false);

            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                Operators.affine_grid_generator.Call(theta, size, align_corners);
        }
    }
}
