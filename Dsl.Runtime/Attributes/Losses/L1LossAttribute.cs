namespace NeuralDsl;

/// <summary>Absolute difference of a prediction and a Float32 target of the same shape.</summary>
/// <remarks>
/// <para>Shape: <c>[*]</c> against a target <c>[*]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 5"), Linear(1), L1Loss]</code></example>
public sealed class L1LossAttribute : LossAttribute;
