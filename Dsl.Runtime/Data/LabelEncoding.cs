namespace NeuralDsl;

/// <summary>How the classes of a data file become a target.</summary>
public enum LabelEncoding
{
    /// <summary>What the target's field takes: indices, or one-hot rows where its numbers are a probability for each class.</summary>
    Auto,

    /// <summary>One number a row: the index of the class, from 0.</summary>
    Index,

    /// <summary>One number for each class: 1 at the row's own, 0 at the others.</summary>
    OneHot,
}
