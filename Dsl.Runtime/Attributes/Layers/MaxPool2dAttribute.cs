namespace NeuralDsl;

/// <summary>
/// The maximum of each window of <c>[N, C, H, W]</c>. H and W become
/// <c>(size + 2·padding - kernel) / stride + 1</c>, rounded down.
/// </summary>
public sealed class MaxPool2dAttribute : PoolingAttribute
{
    /// <param name="kernel">Size of the window along both axes; at least 1.</param>
    public MaxPool2dAttribute(long kernel) : base(kernel)
    {
    }

    /// <param name="kernel">Size of the window along both axes, an expression over hyper-parameters.</param>
    public MaxPool2dAttribute(string kernel) : base(kernel)
    {
    }
}
