namespace NeuralDsl;

/// <summary>Makes one number of the axes that are missing on the right: <c>[Reduce("n c h w -> n c", Reduction.Mean)]</c>.</summary>
/// <param name="pattern">The axes before and after.</param>
/// <param name="reduction">How many numbers become one; default their mean.</param>
/// <param name="sizes">Sizes of names that do not follow from the input.</param>
/// <remarks>
/// <para>Shape: the axes of the pattern's left side → those of its right side, some fewer.</para>
/// </remarks>
/// <example><code>[Input("image", "N C=3 H W"), Reduce("n c h w -&gt; n c", Reduction.Mean)]</code></example>
public sealed class ReduceAttribute(string pattern, Reduction reduction = Reduction.Mean, string sizes = "") : EinopsAttribute(pattern, sizes)
{
    /// <summary>How many numbers become one.</summary>
    public Reduction Reduction { get; } = reduction;
}
