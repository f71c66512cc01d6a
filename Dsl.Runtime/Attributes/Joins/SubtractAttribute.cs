namespace NeuralDsl;

/// <summary>
/// The value before it minus the named ones, element by element. All have as many axes and the same sizes; only an axis that is written as 1 is
/// stretched.
/// </summary>
/// <param name="values">Names of values, separated by commas.</param>
/// <remarks>
/// <para>Shape: equal shapes → the same.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(8), Subtract("x")]</code></example>
public sealed class SubtractAttribute(string values) : LayerAttribute
{
    /// <summary>Names of values, separated by commas.</summary>
    public string Values { get; } = values;
}
