using System.Collections.Immutable;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A tensor of a <see cref="SafetensorsFile"/>, as its header describes it.</summary>
/// <param name="Type">The dtype.</param>
/// <param name="Shape">The sizes.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="Length">The number of bytes.</param>
public sealed record SafetensorsEntry(ScalarType Type, ImmutableArray<long> Shape, long Begin, long Length)
{
    /// <summary>The dtype and the sizes, such as <c>Float32 [10,256]</c>.</summary>
    public override string ToString() => $"{Type} [{string.Join(',', Shape)}]";
}
