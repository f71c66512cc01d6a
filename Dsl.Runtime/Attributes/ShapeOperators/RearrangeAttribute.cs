namespace NeuralDsl;

/// <summary>Splits, permutes and joins axes: <c>[Rearrange("n t (h e) -> n h t e", "h=8")]</c> splits heads.</summary>
/// <param name="pattern">The axes before and after.</param>
/// <param name="sizes">Sizes of names that do not follow from the input.</param>
/// <remarks>
/// <para>Shape: the axes of the pattern's left side → those of its right side; every name stands once on each side.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 32"), Rearrange("n t (h e) -&gt; n h t e", "h=4")]</code></example>
public sealed class RearrangeAttribute(string pattern, string sizes = "") : EinopsAttribute(pattern, sizes);
