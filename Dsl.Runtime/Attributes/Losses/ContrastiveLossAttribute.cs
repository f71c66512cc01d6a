namespace NeuralDsl;

/// <summary>Brings pairs of one kind together and others apart, up to a margin.</summary>
/// <remarks>
/// <para>
/// Shape: two values <c>[N, D]</c>; target <c>[N]</c> of their dtype: 1 for a pair of one kind, 0 for others. With Euclid's distance d
/// <c>d²/2</c>, or <c>max(0, margin - d)²/2</c>.
/// </para>
/// <para>Source: Hadsell et al. 2006, where 0 is for pairs of one kind.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Input("y", "N 8"), Linear(4, From = "x", Name = "a"), Linear(4, From = "y", Share = "a", Name = "b"), ContrastiveLoss("a, b")]</code></example>
/// <param name="values">Names of the two values, with a comma between.</param>
public sealed class ContrastiveLossAttribute(string values) : ValuesLossAttribute(values)
{
    /// <summary>How far apart others shall be; above 0: a number, or the name of a hyper-parameter; default 1.</summary>
    public object Margin { get; set; } = 1.0;
}
