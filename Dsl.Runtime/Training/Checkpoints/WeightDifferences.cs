using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>How the weights of a file differ from those of a model.</summary>
/// <param name="Missing">Names that the model has and the file lacks.</param>
/// <param name="Unexpected">Names that the file has and the model does not know.</param>
/// <param name="Mismatched">Names that both have in different shapes, with both shapes.</param>
public sealed record WeightDifferences(ImmutableArray<string> Missing, ImmutableArray<string> Unexpected, ImmutableArray<string> Mismatched)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Missing.IsEmpty && Unexpected.IsEmpty && Mismatched.IsEmpty;

    /// <summary>One line for each difference.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        [
            .. Missing.Select(name => $"missing in the file: {name}"),
            .. Unexpected.Select(name => $"not in the model: {name}"),
            .. Mismatched.Select(name => $"of another shape: {name}"),
        ]);
}
