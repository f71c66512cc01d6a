using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the convolutions have in common.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    protected Parameter? _weight;
    protected Parameter? _bias;
    protected long[] _reversed_padding_repeated_twice = [];
    protected long input_channels;

    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null,
        ScalarType? dtype = null)
        : base(name)
    {
        if (groups <= 0)
            throw new ArgumentException($"groups must be a positive number, not {groups}.", nameof(groups));
        if (in_channels % groups != 0)
            throw new ArgumentException($"in_channels ({in_channels}) must be divisible by groups ({groups}).", nameof(in_channels));
        if (out_channels % groups != 0)
            throw new ArgumentException($"out_channels ({out_channels}) must be divisible by groups ({groups}).", nameof(out_channels));
        if (padding_type == TorchSharp.Padding.Same && stride.Any(step => step != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions", nameof(padding_type));

        this.in_channels = input_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode == PaddingModes.Constant ? PaddingModes.Zeros : padding_mode;
        if (padding_type is { } named)
            SetPadding(named);
        else
            SetPadding(padding!);

        long[] shape = transposed
            ? [in_channels, out_channels / groups, .. kernel_size]
            : [out_channels, in_channels / groups, .. kernel_size];
        weight = new Parameter(empty(shape, dtype, device));
        if (bias)
            this.bias = new Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    /// <summary>[out_channels, in_channels / groups, ...]; transposed: [in_channels, out_channels / groups, ...].</summary>
    public Parameter weight
    {
        get => _weight!;
        set => Assign(nameof(weight), ref _weight, value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => Assign(nameof(bias), ref _bias, value);
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed { get; }

    public Padding? padding_type { get; private set; }

    public long[]? padding { get; private set; }

    public PaddingModes padding_mode { get; set; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    /// <summary>Draws new initial values.</summary>
    public void reset_parameters() => nn.init.Layer(weight, bias);

    public void SetPadding(long[] padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        (this.padding, padding_type) = (padding, null);
        _reversed_padding_repeated_twice = [.. padding.Reverse().SelectMany(length => new[] { length, length })];
    }

    public void SetPadding(Padding padding)
    {
        (this.padding, padding_type) = (null, padding);
        var total = kernel_size.Zip(dilation, (size, step) => padding == TorchSharp.Padding.Same ? step * (size - 1) : 0);
        _reversed_padding_repeated_twice = [.. total.Reverse().SelectMany(length => new[] { length / 2, length - length / 2 })];
    }

    /// <summary>Whether an input has the channels and the dimensions, with a batch or without, that the layer wants.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        ArgumentNullException.ThrowIfNull(input);
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == input_channels) || (shape.Length == dimensions + 1 && shape[0] == input_channels);
    }

    private protected ArgumentException WrongShape(Tensor input, string shape) => new(
        $"{GetName()} of {in_channels} channels takes {shape}, not [{string.Join(", ", input.shape)}].", nameof(input));
}
