namespace NeuralDsl;

/// <summary>log(1 + exp(beta·x))/beta, elementwise; PyTorch's threshold 20 applies.</summary>
public sealed class SoftplusAttribute : LayerAttribute
{
    /// <param name="beta">Sharpness; positive; default 1.0.</param>
    public SoftplusAttribute(double beta = 1.0) => Beta = beta;

    /// <param name="beta">The name of a hyper-parameter that holds it.</param>
    public SoftplusAttribute(string beta) => Beta = beta;

    /// <summary>Sharpness; positive: a number, or the name of a hyper-parameter.</summary>
    public object Beta { get; }
}
