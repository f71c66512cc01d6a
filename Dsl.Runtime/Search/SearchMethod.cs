namespace NeuralDsl;

/// <summary>How a search spends its epochs.</summary>
public enum SearchMethod
{
    /// <summary>
    /// Asynchronous successive halving (Li et al., "A system for massively parallel hyperparameter tuning", 2020): every trial gets a few epochs, and
    /// only the best of them more.
    /// </summary>
    Halving,

    /// <summary>Every trial gets all epochs.</summary>
    Random,
}
