namespace NeuralDsl;

/// <summary>Averages <c>[N, C, H, W]</c> to <c>[N, C, out, out]</c> with windows that fit, whatever the input's size.</summary>
public sealed class AdaptiveAvgPool2dAttribute : LayerAttribute
{
    /// <param name="output">Size of the output along both axes; at least 1.</param>
    public AdaptiveAvgPool2dAttribute(long output) => OutputSize = output;

    /// <param name="output">Size of the output along both axes, an expression over hyper-parameters.</param>
    public AdaptiveAvgPool2dAttribute(string output) => OutputSize = output;

    /// <summary>Size of the output: a number, or an expression over hyper-parameters.</summary>
    public object OutputSize { get; }
}
