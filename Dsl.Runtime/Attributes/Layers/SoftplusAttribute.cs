namespace NeuralDsl;

/// <summary>log(1 + exp(beta·x))/beta, elementwise; PyTorch's threshold 20 applies.</summary>
/// <param name="beta">Sharpness; default 1.0.</param>
public sealed class SoftplusAttribute(double beta = 1.0) : LayerAttribute
{
    /// <summary>Sharpness.</summary>
    public double Beta { get; } = beta;
}
