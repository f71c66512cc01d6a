namespace NeuralDsl;

/// <summary>The last step of a sequence: <c>[N, T, *]</c> to <c>[N, *]</c>.</summary>
/// <remarks>
/// <para>Shape: <c>[N, T, *]</c> → <c>[N, *]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), Last]</code></example>
public sealed class LastAttribute : LayerAttribute;
