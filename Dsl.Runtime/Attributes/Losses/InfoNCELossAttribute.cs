namespace NeuralDsl;

/// <summary>Finds each row's partner among all rows of the batch, by the angle between vectors.</summary>
/// <remarks>
/// <para>
/// Shape: two values <c>[N, D]</c>, of which rows of one index belong together; no target. Cross-entropy of <c>cos(a[i], b[j]) / temperature</c>
/// over all j, where i is right.
/// </para>
/// <para>
/// Source: van den Oord et al. 2018. <see cref="Symmetric"/> adds the other direction, as CLIP does. It is not SimCLR's NT-Xent, which has
/// rows of the same side among the wrong ones.
/// </para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Input("y", "N 8"), Linear(4, From = "x", Name = "a"), Linear(4, From = "y", Name = "b"), InfoNCELoss("a, b", Temperature = 0.1)]</code></example>
/// <param name="values">Names of the two values, with a comma between.</param>
public sealed class InfoNCELossAttribute(string values) : ValuesLossAttribute(values)
{
    /// <summary>What cosines are divided by; above 0: a number, or the name of a hyper-parameter; default 0.07, as in MoCo and CLIP.</summary>
    public object Temperature { get; set; } = 0.07;

    /// <summary>Whether the loss is the mean of both directions, a to b and b to a; default false.</summary>
    public bool Symmetric { get; set; }
}
