namespace NeuralDsl;

/// <summary>Connectionist temporal classification: the probability of a short sequence, whatever its timing in a long one.</summary>
/// <remarks>
/// <para>
/// Shape: log-probabilities <c>[N, T, classes]</c> or, where axis 1 is named C, <c>[N, C, T]</c>; three targets, all Int64: the labels
/// <c>[N, S]</c>, padded to one length, and how many steps and how many labels of each row count, <c>[N]</c> both. Without names they are
/// <c>target</c>, <c>input_lengths</c> and <c>target_lengths</c>. The mean divides each row's loss by its number of labels.
/// </para>
/// <para>Source: Graves et al. 2006.</para>
/// </remarks>
/// <example><code>[Input("x", "N T 8"), Linear(5), LogSoftmax, CTCLoss]</code></example>
public sealed class CTCLossAttribute : LossAttribute
{
    /// <summary>The index of the class that stands for no label; default 0.</summary>
    public int Blank { get; set; }

    /// <summary>Whether an infinite loss, of a row with more labels than steps, counts as 0; default false.</summary>
    public bool ZeroInfinity { get; set; }
}
