namespace NeuralDsl;

/// <summary>Repeats the tensor along axes that are new on the right: <c>[Repeat("n d -> n t d", "t=4")]</c>.</summary>
/// <param name="pattern">The axes before and after.</param>
/// <param name="sizes">Sizes of the new axes, and of names that do not follow from the input.</param>
/// <remarks>
/// <para>Shape: the axes of the pattern's left side → those of its right side, some more.</para>
/// </remarks>
/// <example><code>[Input("x", "N 8"), Repeat("n d -&gt; n t d", "t=4")]</code></example>
public sealed class RepeatAttribute(string pattern, string sizes = "") : EinopsAttribute(pattern, sizes);
