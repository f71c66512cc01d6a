using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Normalizations.
        public static partial class functional
        {
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1e-5) =>
                Operators.batch_norm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                Operators.instance_norm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Operators.layer_norm.Call(input, normalized_shape, weight, bias, eps);

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Operators.group_norm.Call(input, num_groups, weight, bias, eps);

            /// <summary>Divides by the size of the neighbouring channels (Krizhevsky et al., 2012).</summary>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 1e-4, double beta = 0.75, double k = 1.0)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (input.ndim < 3)
                    throw new ArgumentException($"Expected 3D or higher dimensionality input (got {input.ndim} dimensions)", nameof(input));
                using var scope = NewDisposeScope();
                var squares = input.mul(input).unsqueeze(1);
                // The channels' window is a pooling over a dimension of its own, the rest flattened behind it.
                var shape = input.shape;
                var planes = input.ndim == 3 ? squares : squares.view(shape[0], 1, shape[1], shape[2], -1);
                var means = input.ndim == 3
                    ? avg_pool2d(pad(planes, (0, 0, size / 2, (size - 1) / 2)), (size, 1), stride: (1, 1))
                    : avg_pool3d(pad(planes, [0, 0, 0, 0, size / 2, (size - 1) / 2]), [size, 1, 1], stride: [1, 1, 1]).view(squares.shape);
                return input.div(means.squeeze(1).mul(alpha).add(k).pow(beta)).MoveToOuterDisposeScope();
            }
        }
    }
}
