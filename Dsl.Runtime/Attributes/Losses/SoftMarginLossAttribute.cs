namespace NeuralDsl;

/// <summary>Logistic loss of two classes.</summary>
/// <remarks>
/// <para>Shape: any; target of the prediction's dtype and shape, values -1 and 1. <c>log(1 + exp(-y·x))</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(1), SoftMarginLoss]</code></example>
public sealed class SoftMarginLossAttribute : ElementwiseLossAttribute;
