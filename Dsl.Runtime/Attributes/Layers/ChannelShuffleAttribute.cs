namespace NeuralDsl;

/// <summary>Deals the channels of each group out to all groups, so that grouped convolutions mix.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, …]</c> → the same.</para>
/// <para>Source: Zhang et al. 2017, "ShuffleNet".</para>
/// </remarks>
/// <example><code>[Input("x", "N C=8 H W"), ChannelShuffle(4)]</code></example>
public sealed class ChannelShuffleAttribute : LayerAttribute
{
    /// <param name="groups">Number of groups, which divides the channels; at least 1.</param>
    public ChannelShuffleAttribute(long groups) => Groups = groups;

    /// <param name="groups">Number of groups, which divides the channels, an expression over hyper-parameters.</param>
    public ChannelShuffleAttribute(string groups) => Groups = groups;

    /// <summary>Number of groups, which divides the channels: a number, or an expression over hyper-parameters.</summary>
    public object Groups { get; }
}
