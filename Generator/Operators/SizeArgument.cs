using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>An argument that is an expression over hyper-parameters.</summary>
/// <param name="Name">The argument.</param>
/// <param name="Size">The expression.</param>
/// <param name="Minimum">The least value that the operator takes.</param>
internal sealed record SizeArgument(string Name, Dim Size, long Minimum);
