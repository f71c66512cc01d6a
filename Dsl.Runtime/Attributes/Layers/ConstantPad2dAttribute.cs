namespace NeuralDsl;

/// <summary>Adds a constant around the elements.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C, H, W]</c> → <c>[N, C, H + top + bottom, W + left + right]</c>.</para>
/// </remarks>
/// <example><code>[Input("x", "N C=4 H W"), ConstantPad2d("1 1 2 2", 0.5)]</code></example>
public sealed class ConstantPad2dAttribute : PadAttribute
{
    /// <param name="padding">How much on every side; at least 0.</param>
    /// <param name="value">What is added.</param>
    public ConstantPad2dAttribute(long padding, double value) : base(padding) => Value = value;

    /// <param name="padding">How much on every side, an expression over hyper-parameters, or one size for each side (left, right, top and bottom): <c>"1 1 2 2"</c>.</param>
    /// <param name="value">What is added.</param>
    public ConstantPad2dAttribute(string padding, double value) : base(padding) => Value = value;

    /// <param name="padding">How much on every side; at least 0.</param>
    /// <param name="value">What is added, the name of a hyper-parameter.</param>
    public ConstantPad2dAttribute(long padding, string value) : base(padding) => Value = value;

    /// <param name="padding">How much on every side, an expression over hyper-parameters, or one size for each side (left, right, top and bottom): <c>"1 1 2 2"</c>.</param>
    /// <param name="value">What is added, the name of a hyper-parameter.</param>
    public ConstantPad2dAttribute(string padding, string value) : base(padding) => Value = value;

    /// <summary>What is added: a number, or the name of a hyper-parameter.</summary>
    public object Value { get; }
}
