namespace NeuralDsl;

/// <summary>Averages <c>[N, C, L]</c> to <c>[N, C, out]</c> with windows that fit, whatever the input's size.</summary>
/// <param name="output">Size of the output; at least 1.</param>
public sealed class AdaptiveAvgPool1dAttribute(long output) : LayerAttribute
{
    /// <summary>Size of the output.</summary>
    public long OutputSize { get; } = output;
}
