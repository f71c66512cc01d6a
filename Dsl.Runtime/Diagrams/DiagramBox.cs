namespace NeuralDsl;

/// <summary>A box of a <see cref="Diagram"/>.</summary>
/// <param name="Name">The name of the value that it makes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Shape">What it makes.</param>
/// <param name="Parameters">Its parameters; empty for none.</param>
/// <param name="IsBlock">Whether it is a model in itself, whose name is the operator.</param>
internal sealed record DiagramBox(string Name, DiagramKind Kind, string Operator, string Shape, string Parameters, bool IsBlock = false);
