namespace NeuralDsl;

/// <summary>What it takes, unchanged, under a name of its own.</summary>
/// <remarks>
/// <para>Shape: anything → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Identity]</code></example>
public sealed class IdentityAttribute : LayerAttribute;
