using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Initial values, drawn in PyTorch's way and order: the same seed gives the same weights. Every function changes its
        /// tensor in place, outside autograd, and returns it.
        /// </summary>
        public static partial class init
        {
            /// <summary>What a layer's output is followed by.</summary>
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            /// <summary>Whether the forward or the backward pass is to keep its variance.</summary>
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            /// <summary>The factor by which a nonlinearity asks for larger weights.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                _ => 1.0,
            };

            /// <summary>The inputs and outputs that one weight's unit has.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException(
                        "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions", nameof(tensor));
                var receptiveField = shape[2..].TotalSize();
                return (shape[1] * receptiveField, shape[0] * receptiveField);
            }

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            public static Tensor constant_(Tensor tensor, Scalar val) => Untracked(() => Operators.fill__Scalar.Apply(tensor, val));

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Untracked(() => Operators.uniform_.Apply(tensor, low, high, generator));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Untracked(() => Operators.normal_.Apply(tensor, mean, std, generator));

            /// <summary>A normal distribution without its tails, by the inverse of its distribution function.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null) =>
                Untracked(() =>
                {
                    using var lower = torch.tensor((a - mean) / std / Math.Sqrt(2));
                    using var upper = torch.tensor((b - mean) / std / Math.Sqrt(2));
                    using var lowerErf = lower.erf();
                    using var upperErf = upper.erf();
                    Operators.uniform_.Apply(tensor, lowerErf.ToDouble(), upperErf.ToDouble(), generator);
                    return tensor.erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b);
                });

            public static Tensor eye_(Tensor tensor) => Untracked(() =>
            {
                CheckDimensions(tensor, 2, 2, nameof(eye_));
                using var values = eye(tensor.size(0), tensor.size(1), tensor.dtype, tensor.device);
                return tensor.copy_(values);
            });

            /// <summary>A convolution that passes its input on.</summary>
            public static Tensor dirac_(Tensor tensor) => Untracked(() =>
            {
                CheckDimensions(tensor, 3, 5, nameof(dirac_));
                tensor.zero_();
                var shape = tensor.shape;
                var center = shape[2..].Select(size => size / 2).ToArray();
                for (long i = 0; i < Math.Min(shape[0], shape[1]); i++)
                {
                    using var element = tensor[[i, i, .. center]];
                    element.fill_(1);
                }
                return tensor;
            });

            /// <summary>Zeros a part of each column, the rest normal.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01) => Untracked(() =>
            {
                CheckDimensions(tensor, 2, 2, nameof(sparse_));
                var zeros = (long)Math.Ceiling(sparsity * tensor.size(0));
                tensor.normal_(0, std);
                for (long column = 0; column < tensor.size(1); column++)
                {
                    using var rows = randperm(tensor.size(0), device: tensor.device);
                    using var chosen = rows.narrow(0, 0, zeros);
                    using var values = tensor.select(1, column);
                    values.index_fill_(0, chosen, 0);
                }
                return tensor;
            });

            /// <summary>Orthogonal rows or columns (Saxe et al., 2013).</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0) => Untracked(() =>
            {
                CheckDimensions(tensor, 2, int.MaxValue, nameof(orthogonal_));
                if (tensor.numel() == 0)
                    return tensor;
                using var scope = NewDisposeScope();
                var rows = tensor.size(0);
                var columns = tensor.numel() / rows;
                var flattened = tensor.new_empty([rows, columns]).normal_();
                if (rows < columns)
                    flattened = flattened.t();
                var (q, r) = Operators.linalg_qr.CallForTwo(flattened);
                // The signs make the distribution uniform (Mezzadri, 2006).
                q *= r.diag().sign();
                if (rows < columns)
                    q = q.t();
                tensor.view_as(q).copy_(q);
                return tensor.mul_(gain);
            });

            /// <summary>Uniform values that keep the variance through rectifiers (He et al., 2015).</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal values that keep the variance through rectifiers (He et al., 2015).</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Uniform values that keep the variance in both directions (Glorot and Bengio, 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3.0) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal values that keep the variance in both directions (Glorot and Bengio, 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>What PyTorch's linear maps and convolutions begin with.</summary>
            internal static void Layer(Tensor weight, Tensor? bias)
            {
                kaiming_uniform_(weight, a: Math.Sqrt(5));
                if (bias is null)
                    return;
                var (fanIn, _) = CalculateFanInAndFanOut(weight);
                if (fanIn == 0)
                    return;
                var bound = 1 / Math.Sqrt(fanIn);
                uniform_(bias, -bound, bound);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static void CheckDimensions(Tensor tensor, int least, int most, string function)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim < least || tensor.ndim > most)
                    throw new ArgumentException($"{function} does not apply to a tensor with {tensor.ndim} dimensions.", nameof(tensor));
            }

            private static Tensor Untracked(Func<Tensor> change)
            {
                using var _ = no_grad();
                return change();
            }
        }
    }
}
