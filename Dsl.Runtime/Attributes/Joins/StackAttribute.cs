namespace NeuralDsl;

/// <summary>Puts exactly the named values, which have one shape, along a new axis.</summary>
/// <param name="values">Names of at least two values, separated by commas.</param>
public sealed class StackAttribute(string values) : LayerAttribute
{
    /// <summary>Names of at least two values.</summary>
    public string Values { get; } = values;

    /// <summary>Where the new axis stands; negative counts from the last; default 0.</summary>
    public int Axis { get; set; }
}
