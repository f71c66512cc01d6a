namespace NeuralDsl;

/// <summary>Binary cross-entropy of probabilities.</summary>
/// <remarks>
/// <para>Shape: probabilities of any shape; target of the prediction's dtype and shape, values 0 to 1. <c>-(y·log p + (1 - y)·log(1 - p))</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), Sigmoid, BCELoss]</code></example>
public sealed class BCELossAttribute : ElementwiseLossAttribute;
