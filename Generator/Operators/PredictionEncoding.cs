namespace NeuralDsl.Operators;

/// <summary>What a loss takes the numbers of its prediction for.</summary>
internal enum PredictionEncoding
{
    /// <summary>Numbers of any meaning, as of a regression.</summary>
    Anything,

    /// <summary>Logits along the class axis: the loss applies log-softmax itself.</summary>
    ClassLogits,

    /// <summary>Logits, each by itself: the loss applies the sigmoid itself.</summary>
    Logits,

    /// <summary>Probabilities, each by itself.</summary>
    Probabilities,

    /// <summary>Logarithms of probabilities: the loss applies neither itself.</summary>
    LogProbabilities,
}
