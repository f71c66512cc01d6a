namespace NeuralDsl;

/// <summary>What a model does with a tensor of its batch.</summary>
public enum FieldRole
{
    /// <summary>The model computes its prediction from it.</summary>
    Input,

    /// <summary>A loss compares the prediction with it.</summary>
    Target,
}
