using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Layers that take over the normalization behind them.
        public static partial class utils
        {
            /// <summary>The weight and bias of a convolution that does what it and a batch normalization behind it do in evaluation.</summary>
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(
                Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                ArgumentNullException.ThrowIfNull(conv_w);
                var shape = Sizes.Repeated(1, (int)conv_w.ndim);
                shape[transpose ? 1 : 0] = -1;
                return Fused(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, shape);
            }

            /// <summary>The weight and bias of a linear layer that does what it and a batch normalization behind it do in evaluation.</summary>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(
                Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b) =>
                Fused(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, [-1, 1]);

            /// <summary>A linear layer that does what a layer and the normalization behind it do, both in evaluation.</summary>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                ArgumentNullException.ThrowIfNull(linear);
                ArgumentNullException.ThrowIfNull(bn);
                if (linear.training || bn.training)
                    throw new InvalidOperationException("Fusion is for layers in evaluation: call eval() first.");
                var (weight, bias) = fuse_linear_bn_weights(
                    linear.weight!, linear.bias, bn.running_mean!, bn.running_var!, bn.eps, bn.weight, bn.bias);
                var fused = Linear(weight, bias);
                fused.eval();
                return fused;
            }

            private static (Parameter, Parameter) Fused(
                Tensor weight, Tensor? bias, Tensor mean, Tensor variance, double eps, Tensor? gain, Tensor? shift, long[] shape)
            {
                ArgumentNullException.ThrowIfNull(mean);
                ArgumentNullException.ThrowIfNull(variance);
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var scale = variance.add(eps).rsqrt();
                if (gain is not null)
                    scale = scale.mul(gain);
                var moved = bias is null ? mean.neg() : bias.sub(mean);
                moved = moved.mul(scale);
                if (shift is not null)
                    moved = moved.add(shift);
                return scope.MoveToOuter(new Parameter(weight.mul(scale.reshape(shape))), new Parameter(moved));
            }
        }
    }
}
