namespace NeuralDsl;

/// <summary>
/// Base of the operators in einops' notation. A pattern lists the axes before and after <c>-&gt;</c>; names in parentheses are one
/// axis whose size is their product, and <c>1</c> is an axis of size 1.
/// </summary>
public abstract class EinopsAttribute : LayerAttribute
{
    private protected EinopsAttribute(string pattern, string sizes)
    {
        Pattern = pattern;
        Sizes = sizes;
    }

    /// <summary>The axes before and after.</summary>
    public string Pattern { get; }

    /// <summary>Sizes of names that do not follow from the input, such as <c>h=8</c>, separated by commas.</summary>
    public string Sizes { get; }
}
