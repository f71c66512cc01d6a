using NeuralDsl.Collections;
using NeuralDsl.Graph;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Blocks;

/// <summary>The value of one hyper-parameter of a block.</summary>
/// <param name="Hyper">The hyper-parameter.</param>
/// <param name="Sizes">The value of a size: one expression, which may use the index <c>i</c>, or one for each repetition.</param>
/// <param name="Number">The value of a number that is no size; null for a size.</param>
internal sealed record BlockArgument(Hyper Hyper, EquatableArray<Dim> Sizes, Number? Number)
{
    /// <summary>The index of a repetition in expressions.</summary>
    public const string Index = "i";

    /// <summary>Whether the value is not the same in every repetition.</summary>
    public bool Varies => Sizes.Count > 1 || Sizes.Any(size => size.Symbols.Contains(Index));

    /// <summary>The value of a size in a repetition.</summary>
    public Dim At(int repetition) =>
        (Sizes.Count > 1 ? Sizes[repetition] : Sizes[0]).Substitute(symbol => symbol == Index ? (Dim)repetition : null);
}
