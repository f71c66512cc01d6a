namespace NeuralDsl;

/// <summary>x where x is positive, else slope·x, elementwise.</summary>
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <param name="slope">Factor for negative elements; default 0.01.</param>
    public LeakyReLUAttribute(double slope = 0.01) => Slope = slope;

    /// <param name="slope">The name of a hyper-parameter that holds it.</param>
    public LeakyReLUAttribute(string slope) => Slope = slope;

    /// <summary>Factor for negative elements: a number, or the name of a hyper-parameter.</summary>
    public object Slope { get; }
}
