namespace NeuralDsl;

/// <summary>Base of the instance normalizations, with PyTorch's defaults.</summary>
public abstract class InstanceNormAttribute : LayerAttribute
{
    private protected InstanceNormAttribute()
    {
    }

    /// <summary>Added to the variance; positive: a number, or the name of a hyper-parameter; default 1e-5.</summary>
    public object Eps { get; set; } = 1e-5;

    /// <summary>Weight of the newest batch in the running statistics, in [0, 1]: a number, or the name of a hyper-parameter; default 0.1.</summary>
    public object Momentum { get; set; } = 0.1;

    /// <summary>Whether each channel has a learned scale and shift; default false.</summary>
    public bool Affine { get; set; }

    /// <summary>Whether evaluation normalizes by running statistics rather than by those of what it takes; default false.</summary>
    public bool TrackRunningStats { get; set; }
}
