namespace NeuralDsl;

/// <summary>
/// The average of each window of <c>[N, C, L]</c>. L becomes
/// <c>(size + 2·padding - kernel) / stride + 1</c>, rounded down.
/// </summary>
public sealed class AvgPool1dAttribute : PoolingAttribute
{
    /// <param name="kernel">Size of the window; at least 1.</param>
    public AvgPool1dAttribute(long kernel) : base(kernel)
    {
    }

    /// <param name="kernel">Size of the window, an expression over hyper-parameters.</param>
    public AvgPool1dAttribute(string kernel) : base(kernel)
    {
    }
}
