namespace NeuralDsl;

/// <summary>x where x is positive, else slope·x, elementwise.</summary>
/// <param name="slope">Factor for negative elements; default 0.01.</param>
public sealed class LeakyReLUAttribute(double slope = 0.01) : LayerAttribute
{
    /// <summary>Factor for negative elements.</summary>
    public double Slope { get; } = slope;
}
