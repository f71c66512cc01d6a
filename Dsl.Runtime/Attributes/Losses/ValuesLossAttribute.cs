namespace NeuralDsl;

/// <summary>Base of the losses that name all of their predictions, and so take no <c>From</c>.</summary>
public abstract class ValuesLossAttribute : LossAttribute
{
    private protected ValuesLossAttribute(string values) => Values = values;

    /// <summary>Names of values, separated by commas.</summary>
    public string Values { get; }
}
