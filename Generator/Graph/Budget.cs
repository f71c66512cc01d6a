using NeuralDsl.Collections;

namespace NeuralDsl.Graph;

/// <summary>What a model may cost.</summary>
/// <param name="Parameters">The most parameters; null for any number.</param>
/// <param name="MultiplyAccumulates">The most multiply-accumulates; null for any number.</param>
/// <param name="Memory">The most bytes of a training step; null for any number.</param>
/// <param name="Unit">The unit in which the user counts bytes.</param>
/// <param name="Sizes">The sizes of symbols.</param>
/// <param name="Attribute">Index of the attribute that declares it.</param>
internal sealed record Budget(long? Parameters, long? MultiplyAccumulates, double? Memory, MemoryUnit Unit, EquatableArray<(string Symbol, long Size)> Sizes, int Attribute);
