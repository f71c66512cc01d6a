namespace NeuralDsl;

/// <summary>Base of the batch normalizations (Ioffe and Szegedy, 2015), with PyTorch's defaults.</summary>
public abstract class BatchNormAttribute : LayerAttribute
{
    private protected BatchNormAttribute()
    {
    }

    /// <summary>Added to the variance; default 1e-5.</summary>
    public double Eps { get; set; } = 1e-5;

    /// <summary>Weight of the newest batch in the running statistics, in [0, 1]; default 0.1.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Whether each channel has a learned scale and shift; default true.</summary>
    public bool Affine { get; set; } = true;
}
