using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>
/// NDSL2007: two linear maps with nothing between, whose product is one linear map. Not where the value between is narrower than both
/// ends: a factorization of low rank is another model than one layer, and a smaller one. Nor where one of them is not trained, or
/// has a normalized weight, which not every product is a product of.
/// </summary>
internal sealed class LinearAfterLinear : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var (first, second, isOnly, way) in model.Pairs(acrossShapes: false))
        {
            if (isOnly && second.Outer.Node.Share is null && second.Typed.Node.Share is null && IsOneMap(first, second, model)
                && !model.IsFrozen(first.Outer) && !model.IsFrozen(second.Outer))
            {
                yield return new(Rules.LinearAfterLinear, new(second.Outer.Node.Attribute), second.Title, first.Title, model.Way(way));
            }
        }
    }

    private static bool IsOneMap(LintedLayer first, LintedLayer second, LintedModel model)
    {
        switch (first.Layer, second.Layer)
        {
            case (WeightedLayer { IsPlain: false }, _) or (_, WeightedLayer { IsPlain: false }):
                return false;
            case (Linear inner, Linear outer):
                return !IsNarrow(first.Size(inner.Out), [first.Size(first.Typed.Types.Input.Shape[-1]), second.Size(outer.Out)], model);
            // A kernel of 1 mixes channels in place, so both are one convolution with the first's window. Depthwise, then pointwise is not.
            case (ForwardConvolution { Groups.Constant: 1 } inner, ForwardConvolution { Groups.Constant: 1, Window: var point } outer)
                when inner.Dimensions == outer.Dimensions && point.Kernel.Are(1) && point.Stride.Are(1) && point.Padding.Are(0):
                var window = first.Typed.Types.Input.Shape[1] * inner.Window.Kernel.Product;
                return !IsNarrow(first.Size(inner.Out), [first.Size(window), second.Size(outer.Out)], model);
            default:
                return false;
        }
    }

    /// <summary>Whether the number of features between is, or may be, smaller than both ends.</summary>
    private static bool IsNarrow(Dim between, Dim[] ends, LintedModel model) => ends.All(end => model.Default(between - end) is not >= 0);
}
