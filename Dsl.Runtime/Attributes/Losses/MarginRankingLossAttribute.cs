namespace NeuralDsl;

/// <summary>Puts the scores of pairs in order.</summary>
/// <remarks>
/// <para>
/// Shape: two values of any shape; target of their dtype and shape: 1 where the first is to be higher, -1 where the second is.
/// <c>max(0, -y·(a - b) + margin)</c>.
/// </para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Input("y", "N 8"), Linear(1, From = "x", Name = "a"), Linear(1, From = "y", Share = "a", Name = "b"), MarginRankingLoss("a, b")]</code></example>
/// <param name="values">Names of the two values, with a comma between.</param>
public sealed class MarginRankingLossAttribute(string values) : ValuesLossAttribute(values)
{
    /// <summary>By how much: a number, or the name of a hyper-parameter; default 0.</summary>
    public object Margin { get; set; } = 0.0;
}
