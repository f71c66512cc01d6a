using NeuralDsl.Operators;
using NeuralDsl.Operators.Blocks;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>A layer where a lint meets it: of the model itself, or the first or last one of a block.</summary>
/// <param name="Typed">The layer.</param>
/// <param name="Outer">The same, or the model's block that it stands in.</param>
/// <param name="Around">The blocks around it, the innermost first.</param>
/// <param name="IsAlone">Whether nothing else inside the block takes what the first layer takes, or what the last one makes.</param>
internal sealed record LintedLayer(TypedLayer Typed, TypedLayer Outer, IReadOnlyList<Block> Around, bool IsAlone)
{
    public Layer Layer => Typed.Layer;

    /// <summary>The layer as messages call it: <c>Linear</c>, <c>Linear of Block&lt;Head&gt;</c>.</summary>
    public string Title => Around.Count == 0 ? Typed.Node.Title : $"{Typed.Node.Title} of {Outer.Node.Title}";

    /// <summary>A size of the layer in the model's own hyper-parameters.</summary>
    public Dim Size(Dim size) => Around.Aggregate(size, (inner, block) => block.InOuter(inner));

    /// <summary>A number of the layer as the model gives it; null where it is not known.</summary>
    public Number? Number(Number number) => Around.Aggregate((Number?)number, (inner, block) => inner is null ? null : block.InOuter(inner));
}
