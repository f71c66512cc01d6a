namespace NeuralDsl;

/// <summary>Brings an anchor nearer to a positive than to a negative, by a margin.</summary>
/// <remarks>
/// <para>Shape: three values <c>[*, D]</c> of one shape; no target. <c>max(0, d(anchor, positive) - d(anchor, negative) + margin)</c>.</para>
/// <para>Source: Balntas et al. 2016. With <see cref="Distance.Cosine"/> it is PyTorch's <c>TripletMarginWithDistanceLoss</c> of 1 minus the cosine.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Input("y", "N 8"), Input("z", "N 8"), Linear(4, From = "x", Name = "a"), Linear(4, From = "y", Share = "a", Name = "p"), Linear(4, From = "z", Share = "a", Name = "n"), TripletMarginLoss("a, p, n")]</code></example>
/// <param name="values">Names of anchor, positive and negative, with commas between.</param>
public sealed class TripletMarginLossAttribute(string values) : ValuesLossAttribute(values)
{
    /// <summary>The margin; above 0: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Margin { get; set; } = 1.0;

    /// <summary>How far vectors are from each other; default <see cref="Distance.Norm"/>.</summary>
    public Distance Distance { get; set; }

    /// <summary>The norm of <see cref="Distance.Norm"/>, such as 2 for Euclid's; at least 1; default 2.</summary>
    public int P { get; set; } = 2;

    /// <summary>Added to differences so that the norm has a derivative at 0; at least 0: a number, or the name of a hyper-parameter; default 1e-6.</summary>
    public object Eps { get; set; } = 1e-6;

    /// <summary>Whether the positive's distance to the negative counts where it is smaller than the anchor's; default false.</summary>
    public bool Swap { get; set; }
}
