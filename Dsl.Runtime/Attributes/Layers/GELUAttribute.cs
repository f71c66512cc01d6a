namespace NeuralDsl;

/// <summary>x·Φ(x) with the normal distribution's Φ, elementwise (Hendrycks and Gimpel, 2016); the exact form.</summary>
public sealed class GELUAttribute : LayerAttribute;
