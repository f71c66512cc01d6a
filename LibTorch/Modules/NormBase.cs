using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalization have in common: scales and shifts a channel, and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;
    private Tensor? _running_mean;
    private Tensor? _running_var;
    private Tensor? _num_batches_tracked;

    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = new Parameter(empty(num_features, dtype, device));
            bias = new Parameter(empty(num_features, dtype, device));
        }
        if (track_running_stats)
        {
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
        }
        reset_parameters();
    }

    public Parameter? weight
    {
        get => _weight;
        set => Assign(nameof(weight), ref _weight, value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => Assign(nameof(bias), ref _bias, value);
    }

    public Tensor? running_mean
    {
        get => _running_mean;
        set => Assign(nameof(running_mean), ref _running_mean, value);
    }

    public Tensor? running_var
    {
        get => _running_var;
        set => Assign(nameof(running_var), ref _running_var, value);
    }

    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set => Assign(nameof(num_batches_tracked), ref _num_batches_tracked, value);
    }

    public long num_features { get; }

    public double eps { get; set; }

    /// <summary>The weight of a new batch in the running statistics; null: all batches count alike.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public void reset_running_stats()
    {
        if (!track_running_stats)
            return;
        nn.init.zeros_(running_mean!);
        nn.init.ones_(running_var!);
        nn.init.zeros_(num_batches_tracked!);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine)
            return;
        nn.init.ones_(weight!);
        nn.init.zeros_(bias!);
    }

    /// <summary>Refuses an input that does not have the layer's dimensions.</summary>
    protected abstract void ValidateInputDimensions(Tensor input);

    private protected void ExpectDimensions(Tensor input, params ReadOnlySpan<long> allowed)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!allowed.Contains(input.ndim))
            throw new ArgumentException(
                $"{GetName()} expects an input with " +
                $"{string.Join(" or ", allowed.ToArray())} dimensions, but got [{string.Join(", ", input.shape)}].", nameof(input));
    }
}
