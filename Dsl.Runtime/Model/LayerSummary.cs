namespace NeuralDsl;

/// <summary>A line of a <see cref="ModelSummary"/>. Numbers are written as people read them; what depends on a size that was not given is an expression.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Operator">The attribute that declares it.</param>
/// <param name="Output">The shape that it makes, such as <c>[N,16,8,8]</c>.</param>
/// <param name="Parameters">Its parameters; empty for none.</param>
/// <param name="MultiplyAccumulates">Its multiply-accumulates in one forward pass; empty for none.</param>
public sealed record LayerSummary(string Name, string Operator, string Output, string Parameters, string MultiplyAccumulates)
{
    /// <summary>How often a block stands in a row; empty for what does not repeat.</summary>
    public string Repeat { get; init; } = "";
}
