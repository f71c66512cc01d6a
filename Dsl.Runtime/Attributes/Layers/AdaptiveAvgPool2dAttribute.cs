namespace NeuralDsl;

/// <summary>Averages <c>[N, C, H, W]</c> to <c>[N, C, out, out]</c> with windows that fit, whatever the input's size.</summary>
/// <param name="output">Size of the output along both axes; at least 1.</param>
public sealed class AdaptiveAvgPool2dAttribute(long output) : LayerAttribute
{
    /// <summary>Size of the output.</summary>
    public long OutputSize { get; } = output;
}
