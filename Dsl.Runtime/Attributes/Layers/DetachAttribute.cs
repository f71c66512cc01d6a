namespace NeuralDsl;

/// <summary>What it takes, unchanged, without a way back: nothing before it learns from what comes after it.</summary>
/// <remarks>
/// <para>Shape: anything → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(4, Name = "code"), Detach, Linear(2, Name = "probe"), Output("code"), Output("probe")]</code></example>
public sealed class DetachAttribute : LayerAttribute;
