using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Activations.
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Operators.relu_.Apply(x).alias() : Operators.relu.Call(x);

            public static Tensor relu6(Tensor x, bool inplace = false) => hardtanh(x, 0, 6, inplace);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Operators.leaky_relu_.Apply(input, negative_slope).alias() : Operators.leaky_relu.Call(input, negative_slope);

            public static Tensor prelu(Tensor input, Tensor weight) => Operators.prelu.Call(input, weight);

            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                rrelu(x, lower, upper, inplace, training: false);

            /// <summary>A slope below zero that is random while training, and the mean of its bounds otherwise.</summary>
            internal static Tensor rrelu(Tensor x, double lower, double upper, bool inplace, bool training) =>
                inplace
                    ? Operators.rrelu_.Apply(x, lower, upper, training).alias()
                    : Operators.rrelu.Call(x, lower, upper, training);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Operators.elu_.Apply(x, alpha).alias() : Operators.elu.Call(x, alpha);

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Operators.celu_.Apply(x, alpha).alias() : Operators.celu.Call(x, alpha);

            public static Tensor selu(Tensor x, bool inplace = false) =>
                inplace ? Operators.selu_.Apply(x).alias() : Operators.selu.Call(x);

            public static Tensor gelu(Tensor x, bool inplace) => inplace ? Operators.gelu_.Apply(x).alias() : gelu(x);

            public static Tensor gelu(Tensor x) => Operators.gelu.Call(x);

            public static Tensor glu(Tensor input, long dim = -1) => Operators.glu.Call(input, dim);

            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? Operators.silu_.Apply(x).alias() : Operators.silu.Call(x);

            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? Operators.mish_.Apply(x).alias() : Operators.mish.Call(x);

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Operators.sigmoid_.Apply(x).alias() : sigmoid(x);

            public static Tensor sigmoid(Tensor x) => Operators.sigmoid.Call(x);

            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? Operators.tanh_.Apply(x).alias() : Operators.tanh.Call(x);

            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                inplace ? Operators.hardtanh_.Apply(x, min_val, max_val).alias() : Operators.hardtanh.Call(x, min_val, max_val);

            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Operators.hardsigmoid_.Apply(input).alias() : Operators.hardsigmoid.Call(input);

            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? Operators.hardswish_.Apply(input).alias() : Operators.hardswish.Call(input);

            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Operators.hardshrink.Call(x, lambda);

            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Operators.softshrink.Call(x, lambda);

            public static Tensor softplus(
                Tensor x, double beta = 1.0, double threshold = 20.0) => Operators.softplus.Call(x, beta, threshold);

            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var denominator = Operators.abs.Call(x).add_(1);
                return inplace ? x.div_(denominator).alias() : x.div(denominator);
            }

            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var squashed = Operators.tanh.Call(x);
                return inplace ? x.sub_(squashed).alias() : x.sub(squashed);
            }

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Operators.threshold_.Apply(x, threshold, value).alias() : Operators.threshold.Call(x, threshold, value);

            public static Tensor logsigmoid(Tensor x) => Operators.log_sigmoid.Call(x);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Operators.softmax_int.Call(input, dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => Operators.log_softmax_int.Call(x, dim);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var negated = Operators.neg.Call(x);
                return softmax(negated, dim);
            }

            /// <summary>Softmax over the channels, the third dimension from the end.</summary>
            public static Tensor softmax2d(Tensor x) => softmax(x, -3);
        }
    }
}
