namespace NeuralDsl;

/// <summary>What the numbers of a tensor of a batch mean, beyond their dtype.</summary>
public enum FieldEncoding
{
    /// <summary>Any numbers: features, and the continuous targets of a regression.</summary>
    Any,

    /// <summary>Indices of classes, from 0 to below <see cref="TensorField.Classes"/>.</summary>
    ClassIndex,

    /// <summary>Numbers from 0 to 1, each by itself: labels, of which several may be 1, or probabilities.</summary>
    Probability,

    /// <summary>A probability for each class, which add up to 1; one-hot rows are 1 for one of them.</summary>
    Distribution,
}
