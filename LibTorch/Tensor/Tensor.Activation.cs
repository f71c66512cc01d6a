using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Activations.
    public partial class Tensor
    {
        public Tensor threshold(Scalar threshold, Scalar value) => Operators.threshold.Call(this, threshold, value);

        public Tensor threshold_(Scalar threshold, Scalar value) => Operators.threshold_.Apply(this, threshold, value);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Operators.softmax_int.Call(this, dim, dtype);

        public Tensor softplus(double beta = 1, double threshold = 20) => Operators.softplus.Call(this, beta, threshold);

        public Tensor relu() => Operators.relu.Call(this);

        public Tensor relu_() => Operators.relu_.Apply(this);

        public Tensor relu6() => Operators.hardtanh.Call(this, 0, 6);

        public Tensor relu6_() => Operators.hardtanh_.Apply(this, 0, 6);

        public Tensor rrelu(double lower = 0.125, double upper = 0.3333333333333333) => Operators.rrelu.Call(this, lower, upper);

        public Tensor rrelu_(double lower = 0.125, double upper = 0.3333333333333333) => Operators.rrelu_.Apply(this, lower, upper);

        public Tensor celu() => Operators.celu.Call(this);

        public Tensor celu_() => Operators.celu_.Apply(this);

        public Tensor celu(Scalar alpha) => Operators.celu.Call(this, alpha);

        public Tensor celu_(Scalar alpha) => Operators.celu_.Apply(this, alpha);

        public Tensor elu(double alpha = 1) => Operators.elu.Call(this, alpha);

        public Tensor elu_(double alpha = 1) => Operators.elu_.Apply(this, alpha);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Operators.elu.Call(this, alpha, scale, input_scale);

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Operators.elu_.Apply(this, alpha, scale, input_scale);

        public Tensor gelu() => Operators.gelu.Call(this);

        public Tensor gelu_() => Operators.gelu_.Apply(this);

        public Tensor glu(long dim = -1) => Operators.glu.Call(this, dim);

        public Tensor hardsigmoid() => Operators.hardsigmoid.Call(this);

        public Tensor hardsigmoid_() => Operators.hardsigmoid_.Apply(this);

        public Tensor hardswish() => Operators.hardswish.Call(this);

        public Tensor hardswish_() => Operators.hardswish_.Apply(this);

        public Tensor hardtanh(Scalar min, Scalar max) => Operators.hardtanh.Call(this, min, max);

        public Tensor hardtanh_(Scalar min, Scalar max) => Operators.hardtanh_.Apply(this, min, max);

        public Tensor heaviside(Tensor other) => Operators.heaviside.Call(this, other);

        public Tensor leaky_relu(Scalar negative_slope) => Operators.leaky_relu.Call(this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope) => Operators.leaky_relu_.Apply(this, negative_slope);

        public Tensor selu() => Operators.selu.Call(this);

        public Tensor selu_() => Operators.selu_.Apply(this);

        public Tensor silu() => Operators.silu.Call(this);

        public Tensor silu_() => Operators.silu_.Apply(this);

        public Tensor log_sigmoid() => Operators.log_sigmoid.Call(this);

        /// <summary>Takes the channels of [N, C, ...] from each of the groups in turn. libtorch's own operator has no derivative before 2.0.</summary>
        public Tensor channel_shuffle(long groups)
        {
            var sizes = shape;
            if (sizes.Length < 3)
                throw new ArgumentException($"channel_shuffle takes [N, C, ...], not {sizes.Length} dimensions.", nameof(groups));
            if (groups <= 0 || sizes[1] % groups != 0)
                throw new ArgumentException($"The channels ({sizes[1]}) must be divisible by groups ({groups}).", nameof(groups));
            using var scope = NewDisposeScope();
            return reshape([sizes[0], groups, sizes[1] / groups, .. sizes[2..]]).transpose(1, 2).reshape(sizes).MoveToOuterDisposeScope();
        }

        public Tensor prelu(Tensor target) => Operators.prelu.Call(this, target);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Operators.log_softmax_int.Call(this, dim, dtype);
    }
}
