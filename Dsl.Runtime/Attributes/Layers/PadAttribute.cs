namespace NeuralDsl;

/// <summary>
/// Base of the layers that add elements around images and their like. A size is a number, or as a string an expression over
/// hyper-parameters; a string with blanks has one size for each side, in PyTorch's order: the last axis first.
/// </summary>
public abstract class PadAttribute : LayerAttribute
{
    private protected PadAttribute(object padding) => Padding = padding;

    /// <summary>How much on every side, or on each.</summary>
    public object Padding { get; }
}
