namespace NeuralDsl;

/// <summary>Columns as the windows of images, summed where they overlap: the opposite of Unfold where they do not.</summary>
/// <remarks>
/// <para>Shape: <c>[N, C·kH·kW, places]</c> → <c>[N, C, H, W]</c>, with as many places as the window has in the image.</para>
/// </remarks>
/// <example><code>[Input("columns", "N 48 64"), Fold(32, 4, Stride = 4)]</code></example>
public sealed class FoldAttribute : SlidingWindowAttribute
{
    /// <param name="output">Sizes of the image along both axes; at least 1.</param>
    /// <param name="kernel">Size of the window along both axes; at least 1.</param>
    public FoldAttribute(long output, long kernel) : base(kernel) => OutputSize = output;

    /// <param name="output">Sizes of the image as in a shape, with the symbols of inputs: <c>"H W"</c>.</param>
    /// <param name="kernel">Size of the window along both axes; at least 1.</param>
    public FoldAttribute(string output, long kernel) : base(kernel) => OutputSize = output;

    /// <param name="output">Sizes of the image along both axes; at least 1.</param>
    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public FoldAttribute(long output, string kernel) : base(kernel) => OutputSize = output;

    /// <param name="output">Sizes of the image as in a shape, with the symbols of inputs: <c>"H W"</c>.</param>
    /// <param name="kernel">Size of the window, an expression over hyper-parameters, or one size for each axis: <c>"3 5"</c>.</param>
    public FoldAttribute(string output, string kernel) : base(kernel) => OutputSize = output;

    /// <summary>Sizes of the image, for both axes or for each.</summary>
    public object OutputSize { get; }
}
