namespace NeuralDsl;

/// <summary>Scales the gradients down before a step where their norm together is above a maximum, as PyTorch's <c>clip_grad_norm_</c>.</summary>
/// <example><code>[Input("x", "N 8"), Linear(1), MSELoss, Adam, ClipGradNorm(1.0)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ClipGradNormAttribute : ModelElementAttribute
{
    /// <param name="maxNorm">The largest norm; above 0.</param>
    public ClipGradNormAttribute(double maxNorm) => MaxNorm = maxNorm;

    /// <param name="maxNorm">The name of a hyper-parameter that holds it.</param>
    public ClipGradNormAttribute(string maxNorm) => MaxNorm = maxNorm;

    /// <summary>The largest norm: a number, or the name of a hyper-parameter.</summary>
    public object MaxNorm { get; }

    /// <summary>The norm, such as 2 for Euclid's; above 0: a number, or the name of a hyper-parameter; default 2.</summary>
    public object NormType { get; set; } = 2.0;
}
