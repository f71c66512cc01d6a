namespace NeuralDsl;

/// <summary>How a class becomes numbers.</summary>
public enum LabelEncoding
{
    /// <summary>As the target takes it: one-hot where it is a probability for each class, else an index.</summary>
    Auto,

    /// <summary>The index of the class.</summary>
    Index,

    /// <summary>A number for each class: 1 for the class, 0 for the others.</summary>
    OneHot,
}
