namespace NeuralDsl;

/// <summary>
/// Matrix product of the value before it and a named one over the last two axes: <c>[*, a, b]</c> and <c>[*, b, c]</c> to
/// <c>[*, a, c]</c>.
/// </summary>
/// <param name="value">The name of the right operand.</param>
/// <remarks>
/// <para>Shape: <c>[*, a, b]</c> and <c>[*, b, c]</c> → <c>[*, a, c]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), Permute(0, 2, 1, Name = "transposed"), MatMul("transposed", From = "x")]</code></example>
public sealed class MatMulAttribute(string value) : LayerAttribute
{
    /// <summary>The name of the right operand.</summary>
    public string Value { get; } = value;
}
