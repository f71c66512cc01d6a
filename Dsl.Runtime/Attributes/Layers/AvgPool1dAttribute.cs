namespace NeuralDsl;

/// <summary>
/// The average of each window of <c>[N, C, L]</c>. L becomes
/// <c>(size + 2·padding - kernel) / stride + 1</c>, rounded down.
/// </summary>
/// <param name="kernel">Size of the window; at least 1.</param>
public sealed class AvgPool1dAttribute(long kernel) : PoolingAttribute(kernel);
