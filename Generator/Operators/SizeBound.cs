using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A size that is an expression over hyper-parameters, and the least that it may be.</summary>
/// <param name="Argument">The argument that holds it.</param>
/// <param name="Size">The size.</param>
/// <param name="Minimum">The least that the argument takes.</param>
internal sealed record SizeBound(string Argument, Dim Size, long Minimum);
