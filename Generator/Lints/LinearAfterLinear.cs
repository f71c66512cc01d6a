using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>
/// NDSL2007: two linear maps with nothing between, whose product is one linear map. Not where the value between is narrower than both
/// ends: a factorization of low rank is another model than one layer, and a smaller one.
/// </summary>
internal sealed class LinearAfterLinear : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var second in model.Layers)
        {
            if (second.Node.Share is null && model.Before(second) is { } first && model.IsOnlyFor(first, second) && IsOneMap(first, second, model))
                yield return new(Rules.LinearAfterLinear, new(second.Node.Attribute), second.Node.Title, first.Node.Title, model.Way([first, second]));
        }
    }

    private static bool IsOneMap(TypedLayer first, TypedLayer second, LintedModel model)
    {
        switch (first.Layer, second.Layer)
        {
            case (Linear inner, Linear outer):
                return !IsNarrow(inner.Out, [first.Types.Input.Shape[-1], outer.Out], model);
            // A kernel of 1 mixes channels in place, so both are one convolution with the first's window. Depthwise, then pointwise is not.
            case (ForwardConvolution { Groups.Constant: 1 } inner, ForwardConvolution { Groups.Constant: 1, Window: var point } outer)
                when inner.Dimensions == outer.Dimensions && point.Kernel.Are(1) && point.Stride.Are(1) && point.Padding.Are(0):
                return !IsNarrow(inner.Out, [first.Types.Input.Shape[1] * inner.Window.Kernel.Product, outer.Out], model);
            default:
                return false;
        }
    }

    /// <summary>Whether the number of features between is, or may be, smaller than both ends.</summary>
    private static bool IsNarrow(Dim between, Dim[] ends, LintedModel model) => ends.All(end => model.Default(between - end) is not >= 0);
}
