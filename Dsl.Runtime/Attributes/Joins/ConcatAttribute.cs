namespace NeuralDsl;

/// <summary>Puts exactly the named values one after the other along an axis; their other axes have the same sizes.</summary>
/// <param name="values">Names of at least two values, separated by commas.</param>
/// <remarks>
/// <para>Shape: <c>[N, a, *]</c>, <c>[N, b, *]</c>, … → <c>[N, a + b + …, *]</c> along axis 1.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(4, Name = "h"), Concat("x, h")]</code></example>
public sealed class ConcatAttribute(string values) : LayerAttribute
{
    /// <summary>Names of at least two values.</summary>
    public string Values { get; } = values;

    /// <summary>The axis; negative counts from the last; default 1.</summary>
    public int Axis { get; set; } = 1;
}
