using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the transposed convolutions have in common.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null,
        ScalarType? dtype = null)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias,
            padding_mode, device, dtype)
    {
        if (padding_mode != PaddingModes.Zeros)
            throw new ArgumentException($"Only zeros padding is supported by {name}", nameof(padding_mode));
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>Several input sizes may have given an output size; this one is wanted.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    protected long[] _output_padding(
        Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null)
            return output_padding;
        var shape = input.shape;
        var dims = (int)num_spatial_dims;
        if (output_size.Length != dims && output_size.Length != shape.Length)
            throw new ArgumentException(
                $"The output size has {output_size.Length} dimensions, not {dims} or {shape.Length}.", nameof(output_size));
        var wanted = output_size[^dims..];
        var result = new long[dims];
        for (var d = 0; d < dims; d++)
        {
            var least = (shape[shape.Length - dims + d] - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel_size[d] - 1) + 1;
            if (wanted[d] < least || wanted[d] > least + stride[d] - 1)
                throw new ArgumentException(
                    $"Dimension {d} can have a size from {least} to {least + stride[d] - 1}, not {wanted[d]}.", nameof(output_size));
            result[d] = wanted[d] - least;
        }
        return result;
    }
}
