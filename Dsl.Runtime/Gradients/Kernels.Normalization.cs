using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Normalizations: the forward pass gives, besides, the mean and the inverse standard deviation, which the backward pass takes.</content>
public static partial class Kernels
{
    private const string Normalizing = """
        def layer_norm(x: Tensor, axes: int, weight: Optional[Tensor], bias: Optional[Tensor], eps: float):
            return torch.native_layer_norm(x, x.size()[x.dim() - axes:], weight, bias, eps)
        def layer_norm_backward(dy: Tensor, x: Tensor, axes: int, mean: Tensor, rstd: Tensor, weight: Tensor, bias: Tensor):
            return torch.native_layer_norm_backward(dy, x, x.size()[x.dim() - axes:], mean, rstd, weight, bias, [True, True, True])
        def layer_norm_backward_without_bias(dy: Tensor, x: Tensor, axes: int, mean: Tensor, rstd: Tensor, weight: Tensor):
            dx, dweight, none = torch.native_layer_norm_backward(dy, x, x.size()[x.dim() - axes:], mean, rstd, weight, None, [True, True, False])
            return dx, dweight
        def layer_norm_backward_alone(dy: Tensor, x: Tensor, axes: int, mean: Tensor, rstd: Tensor):
            return torch.native_layer_norm_backward(dy, x, x.size()[x.dim() - axes:], mean, rstd, None, None, [True, False, False])[0]
        def batch_norm(x: Tensor, weight: Optional[Tensor], bias: Optional[Tensor], mean: Optional[Tensor], variance: Optional[Tensor], training: bool, momentum: float, eps: float):
            return torch.native_batch_norm(x, weight, bias, mean, variance, training, momentum, eps)
        def batch_norm_backward(dy: Tensor, x: Tensor, weight: Tensor, mean: Optional[Tensor], variance: Optional[Tensor], saved: Tensor, rstd: Tensor, training: bool, eps: float):
            return torch.native_batch_norm_backward(dy, x, weight, mean, variance, saved, rstd, training, eps, [True, True, True])
        def batch_norm_backward_alone(dy: Tensor, x: Tensor, mean: Optional[Tensor], variance: Optional[Tensor], saved: Tensor, rstd: Tensor, training: bool, eps: float):
            return torch.native_batch_norm_backward(dy, x, None, mean, variance, saved, rstd, training, eps, [True, False, False])[0]
        def group_norm(x: Tensor, weight: Optional[Tensor], bias: Optional[Tensor], groups: int, eps: float):
            return torch.native_group_norm(x, weight, bias, x.size(0), x.size(1), x.numel() // (x.size(0) * x.size(1)), groups, eps)
        def group_norm_backward(dy: Tensor, x: Tensor, mean: Tensor, rstd: Tensor, weight: Tensor, groups: int):
            return torch.native_group_norm_backward(dy, x, mean, rstd, weight, x.size(0), x.size(1), x.numel() // (x.size(0) * x.size(1)), groups, [True, True, True])
        def group_norm_backward_alone(dy: Tensor, x: Tensor, mean: Tensor, rstd: Tensor, groups: int):
            return torch.native_group_norm_backward(dy, x, mean, rstd, None, x.size(0), x.size(1), x.numel() // (x.size(0) * x.size(1)), groups, [True, False, False])[0]
        def each(x: Optional[Tensor], n: int) -> Optional[Tensor]:
            return None if x is None else x.repeat([n])
        def instance_norm(x: Tensor, weight: Optional[Tensor], bias: Optional[Tensor], mean: Optional[Tensor], variance: Optional[Tensor], of_example: bool, momentum: float, eps: float):
            n, c = x.size(0), x.size(1)
            means, variances = each(mean, n), each(variance, n)
            y, saved, rstd = torch.native_batch_norm(x.reshape([1, n * c] + x.size()[2:]), each(weight, n), each(bias, n), means, variances, of_example, momentum, eps)
            if mean is not None and means is not None:
                mean.copy_(means.view([n, c]).mean(0))
            if variance is not None and variances is not None:
                variance.copy_(variances.view([n, c]).mean(0))
            return y.view(x.size()), saved, rstd
        def instance_norm_backward(dy: Tensor, x: Tensor, weight: Tensor, mean: Optional[Tensor], variance: Optional[Tensor], saved: Tensor, rstd: Tensor, of_example: bool, eps: float):
            n, c = x.size(0), x.size(1)
            rows = [1, n * c] + x.size()[2:]
            dx, dweight, dbias = torch.native_batch_norm_backward(dy.reshape(rows), x.reshape(rows), each(weight, n), each(mean, n), each(variance, n), saved, rstd, of_example, eps, [True, True, True])
            return dx.view(x.size()), dweight.view([n, c]).sum(0), dbias.view([n, c]).sum(0)
        def instance_norm_backward_alone(dy: Tensor, x: Tensor, mean: Optional[Tensor], variance: Optional[Tensor], saved: Tensor, rstd: Tensor, of_example: bool, eps: float):
            n, c = x.size(0), x.size(1)
            rows = [1, n * c] + x.size()[2:]
            dx = torch.native_batch_norm_backward(dy.reshape(rows), x.reshape(rows), None, each(mean, n), each(variance, n), saved, rstd, of_example, eps, [True, False, False])[0]
            return dx.view(x.size())
        def rms_norm(x: Tensor, axes: int, weight: Optional[Tensor], eps: float):
            rstd = (x.square().mean([-1 - i for i in range(axes)], keepdim=True) + eps).rsqrt()
            y = x * rstd
            return y if weight is None else y * weight, rstd
        def rms_norm_backward(dy: Tensor, x: Tensor, axes: int, rstd: Tensor, weight: Tensor):
            normalized = x * rstd
            d = dy * weight
            dweight = (dy * normalized).sum_to_size(weight.size())
            return (d - normalized * (d * normalized).mean([-1 - i for i in range(axes)], keepdim=True)).mul_(rstd), dweight
        def rms_norm_backward_alone(dy: Tensor, x: Tensor, axes: int, rstd: Tensor):
            normalized = x * rstd
            return (dy - normalized * (dy * normalized).mean([-1 - i for i in range(axes)], keepdim=True)).mul_(rstd)

        """;

    /// <summary>Layer normalization.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="x">What it takes, <c>[…, d]</c>.</param>
    /// <returns>What it makes, and mean and inverse standard deviation of each row.</returns>
    public static (Tensor Y, Tensor Mean, Tensor Rstd) LayerNorm(LayerNorm norm, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return Script.Value.invoke<(Tensor, Tensor, Tensor)>("layer_norm", x, norm.normalized_shape.Length, norm.weight!, norm.bias!, norm.eps);
    }

    /// <summary>The gradient of what a layer normalization took; those of its weight and bias are added to theirs.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="mean">The mean of each row.</param>
    /// <param name="rstd">The inverse standard deviation of each row.</param>
    public static Tensor LayerNormBackward(LayerNorm norm, Tensor dy, Tensor x, Tensor mean, Tensor rstd)
    {
        ArgumentNullException.ThrowIfNull(norm);
        var axes = norm.normalized_shape.Length;
        if (norm.weight is not { } weight)
            return Call("layer_norm_backward_alone", dy, x, axes, mean, rstd);
        if (norm.bias is not { } bias)
            return Learned(weight, Script.Value.invoke<(Tensor, Tensor)>("layer_norm_backward_without_bias", dy, x, axes, mean, rstd, weight));
        return Learned(weight, bias, Script.Value.invoke<(Tensor, Tensor, Tensor)>("layer_norm_backward", dy, x, axes, mean, rstd, weight, bias));
    }

    /// <summary>Batch normalization; while the layer trains, its running statistics take the batch in.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="x">What it takes, <c>[N, C, …]</c>.</param>
    /// <returns>What it makes, and mean and inverse standard deviation of each channel.</returns>
    public static (Tensor Y, Tensor Mean, Tensor Rstd) BatchNorm(BatchNorm norm, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(norm);
        var momentum = norm.momentum ?? 0;
        if (norm.training && norm.num_batches_tracked is { } batches)
        {
            batches.add_(1);
            // Without a momentum all batches count alike.
            momentum = norm.momentum ?? 1.0 / batches.item<long>();
        }
        return Script.Value.invoke<(Tensor, Tensor, Tensor)>("batch_norm", x, norm.weight!, norm.bias!, norm.running_mean!, norm.running_var!, Box(IsOfBatch(norm)), momentum, norm.eps);
    }

    /// <summary>The gradient of what a batch normalization took; those of its weight and bias are added to theirs.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="mean">The mean of each channel.</param>
    /// <param name="rstd">The inverse standard deviation of each channel.</param>
    public static Tensor BatchNormBackward(BatchNorm norm, Tensor dy, Tensor x, Tensor mean, Tensor rstd)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return norm.weight is { } weight
            ? Learned(weight, norm.bias!, Script.Value.invoke<(Tensor, Tensor, Tensor)>(
                "batch_norm_backward", dy, x, weight, norm.running_mean!, norm.running_var!, mean, rstd, Box(IsOfBatch(norm)), norm.eps))
            : Call("batch_norm_backward_alone", dy, x, norm.running_mean, norm.running_var, mean, rstd, Box(IsOfBatch(norm)), norm.eps);
    }

    /// <summary>Group normalization.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="x">What it takes, <c>[N, C, …]</c>.</param>
    /// <returns>What it makes, and mean and inverse standard deviation of each group.</returns>
    public static (Tensor Y, Tensor Mean, Tensor Rstd) GroupNorm(GroupNorm norm, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return Script.Value.invoke<(Tensor, Tensor, Tensor)>("group_norm", x, norm.weight!, norm.bias!, Box(norm.num_groups), norm.eps);
    }

    /// <summary>The gradient of what a group normalization took; those of its weight and bias are added to theirs.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="mean">The mean of each group.</param>
    /// <param name="rstd">The inverse standard deviation of each group.</param>
    public static Tensor GroupNormBackward(GroupNorm norm, Tensor dy, Tensor x, Tensor mean, Tensor rstd)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return norm.weight is { } weight
            ? Learned(weight, norm.bias!, Script.Value.invoke<(Tensor, Tensor, Tensor)>("group_norm_backward", dy, x, mean, rstd, weight, Box(norm.num_groups)))
            : Call("group_norm_backward_alone", dy, x, mean, rstd, Box(norm.num_groups));
    }

    /// <summary>Instance normalization; while the layer trains, its running statistics, where it has them, take the batch in.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="x">What it takes, <c>[N, C, …]</c>.</param>
    /// <returns>What it makes, and mean and inverse standard deviation of each channel of each example.</returns>
    public static (Tensor Y, Tensor Mean, Tensor Rstd) InstanceNorm(InstanceNorm norm, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return Script.Value.invoke<(Tensor, Tensor, Tensor)>(
            "instance_norm", x, norm.weight!, norm.bias!, norm.running_mean!, norm.running_var!, Box(IsOfBatch(norm)), norm.momentum ?? 0, norm.eps);
    }

    /// <summary>The gradient of what an instance normalization took; those of its weight and bias are added to theirs.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="mean">The mean of each channel of each example.</param>
    /// <param name="rstd">The inverse standard deviation of each channel of each example.</param>
    public static Tensor InstanceNormBackward(InstanceNorm norm, Tensor dy, Tensor x, Tensor mean, Tensor rstd)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return norm.weight is { } weight
            ? Learned(weight, norm.bias!, Script.Value.invoke<(Tensor, Tensor, Tensor)>(
                "instance_norm_backward", dy, x, weight, norm.running_mean!, norm.running_var!, mean, rstd, Box(IsOfBatch(norm)), norm.eps))
            : Call("instance_norm_backward_alone", dy, x, norm.running_mean, norm.running_var, mean, rstd, Box(IsOfBatch(norm)), norm.eps);
    }

    /// <summary>Root mean square normalization.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="x">What it takes, <c>[…, d]</c>.</param>
    /// <returns>What it makes, and the inverse root of the mean square of each row.</returns>
    public static (Tensor Y, Tensor Rstd) RMSNorm(Modules.RMSNorm norm, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(norm);
        ArgumentNullException.ThrowIfNull(x);
        return Script.Value.invoke<(Tensor, Tensor)>("rms_norm", x, norm.Axes, norm.weight!, norm.EpsOf(x.dtype));
    }

    /// <summary>The gradient of what a root mean square normalization took; that of its weight is added to its own.</summary>
    /// <param name="norm">The layer.</param>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What it took.</param>
    /// <param name="rstd">The inverse root of the mean square of each row.</param>
    public static Tensor RMSNormBackward(Modules.RMSNorm norm, Tensor dy, Tensor x, Tensor rstd)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return norm.weight is { } weight
            ? Learned(weight, Script.Value.invoke<(Tensor, Tensor)>("rms_norm_backward", dy, x, norm.Axes, rstd, weight))
            : Call("rms_norm_backward_alone", dy, x, norm.Axes, rstd);
    }

    /// <summary>Whether the statistics are the batch's, and not the running ones.</summary>
    private static bool IsOfBatch(NormBase norm) => norm.training || (norm.running_mean is null && norm.running_var is null);

    private static Tensor Learned(Parameter weight, (Tensor X, Tensor Weight) gradients)
    {
        using (gradients.Weight)
            ParameterGradient.Add(weight, gradients.Weight);
        return gradients.X;
    }

    private static Tensor Learned(Parameter weight, Parameter bias, (Tensor X, Tensor Weight, Tensor Bias) gradients)
    {
        using (gradients.Bias)
            ParameterGradient.Add(bias, gradients.Bias);
        return Learned(weight, (gradients.X, gradients.Weight));
    }
}
