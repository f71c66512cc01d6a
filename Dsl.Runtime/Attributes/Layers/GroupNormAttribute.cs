namespace NeuralDsl;

/// <summary>Normalizes each example to mean 0 and variance 1 over groups of channels and all axes after them.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, …]</c> → the same.</para>
/// <para>Parameters: weight <c>[C]</c>, bias <c>[C]</c>.</para>
/// <para>Source: Wu and He 2018, "Group Normalization"; <c>(x - mean) / √(var + eps)·weight + bias</c>.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=8 H W"), GroupNorm(4)]</code></example>
public sealed class GroupNormAttribute : LayerAttribute
{
    /// <param name="groups">Number of groups, which divides the channels; at least 1.</param>
    public GroupNormAttribute(long groups) => Groups = groups;

    /// <param name="groups">Number of groups, which divides the channels, an expression over hyper-parameters.</param>
    public GroupNormAttribute(string groups) => Groups = groups;

    /// <summary>Number of groups: a number, or an expression over hyper-parameters.</summary>
    public object Groups { get; }

    /// <summary>Added to the variance; positive: a number, or the name of a hyper-parameter; default 1e-5.</summary>
    public object Eps { get; set; } = 1e-5;

    /// <summary>Whether each channel has a learned scale and shift; default true.</summary>
    public bool Affine { get; set; } = true;
}
