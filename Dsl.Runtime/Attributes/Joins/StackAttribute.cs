namespace NeuralDsl;

/// <summary>Puts exactly the named values, which have one shape, along a new axis.</summary>
/// <param name="values">Names of at least two values, separated by commas.</param>
/// <remarks>
/// <para>Shape: k times <c>[*]</c> → <c>[k, *]</c> at axis 0.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Linear(8, Name = "h"), Stack("x, h", Axis = 1)]</code></example>
public sealed class StackAttribute(string values) : LayerAttribute
{
    /// <summary>Names of at least two values.</summary>
    public string Values { get; } = values;

    /// <summary>Where the new axis stands; negative counts from the last; default 0.</summary>
    public int Axis { get; set; }
}
