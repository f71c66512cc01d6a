namespace NeuralDsl;

/// <summary>Averages <c>[N, C, L]</c> to <c>[N, C, out]</c> with windows that fit, whatever the input's size.</summary>
public sealed class AdaptiveAvgPool1dAttribute : LayerAttribute
{
    /// <param name="output">Size of the output; at least 1.</param>
    public AdaptiveAvgPool1dAttribute(long output) => OutputSize = output;

    /// <param name="output">Size of the output, an expression over hyper-parameters.</param>
    public AdaptiveAvgPool1dAttribute(string output) => OutputSize = output;

    /// <summary>Size of the output: a number, or an expression over hyper-parameters.</summary>
    public object OutputSize { get; }
}
