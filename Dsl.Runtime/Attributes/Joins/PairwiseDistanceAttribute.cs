namespace NeuralDsl;

/// <summary>The p-norm of the difference of the vectors along the last axis of two values.</summary>
/// <param name="value">The name of the second value, of the same shape.</param>
/// <remarks>
/// <para>Shape: <c>[…, D]</c> twice → <c>[…]</c>, or <c>[…, 1]</c> with <c>KeepDim</c>.</para>
/// <para>Source: <c>(∑|x - y + eps|^P)^(1/P)</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(8), PairwiseDistance("x")]</code></example>
public sealed class PairwiseDistanceAttribute(string value) : LayerAttribute
{
    /// <summary>The name of the second value.</summary>
    public string Value { get; } = value;

    /// <summary>The power P of the norm; at least 0: a number, or the name of a hyper-parameter; default 2.</summary>
    public object P { get; set; } = 2.0;

    /// <summary>Added to every difference; at least 0: a number, or the name of a hyper-parameter; default 1e-6.</summary>
    public object Eps { get; set; } = 1e-6;

    /// <summary>Whether the axis stays, with size 1; default false.</summary>
    public bool KeepDim { get; set; }
}
