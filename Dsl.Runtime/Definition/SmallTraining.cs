namespace NeuralDsl;

/// <summary>What <c>train --small</c> does: a training of a second or two, which shows that the model, its data and what follows work together.</summary>
/// <param name="hypers">Hyper-parameters and their values, such as <c>("layers", 1)</c>; the others keep their defaults.</param>
/// <example><code>Translator.Definition.With(small: new(("d", 16), ("layers", 1)) { Rows = 64 })</code></example>
public sealed class SmallTraining(params ReadOnlySpan<(string Name, double Value)> hypers)
{
    /// <summary>The hyper-parameters that differ from their defaults.</summary>
    public HyperValues Hypers { get; } = new(hypers.ToArray().ToDictionary());

    /// <summary>How often every row is seen, at least 1. Default 2.</summary>
    public int Epochs { get; init; } = 2;

    /// <summary>How many of the rows to learn from are taken, and at most as many of those to test on; at least 1. Default 200.</summary>
    public int Rows { get; init; } = 200;
}
