using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Lints;

/// <summary>NDSL2010: a bias that a normalization of channels subtracts again with the mean (Ioffe and Szegedy 2015, section 3.2).</summary>
internal sealed class BiasBeforeBatchNorm : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var (layer, norm, isOnly, way) in model.Pairs(acrossShapes: false))
        {
            if (norm.Layer is not BatchNorm || !isOnly)
                continue;
            // A bias is per feature, the mean per channel: of a Linear they are one axis in [N,C] only.
            if (layer.Layer is Convolution { Bias: true } || (layer.Layer is Linear { Bias: true } && layer.Typed.Output.Shape.Rank == 2))
                yield return new(Rules.BiasBeforeBatchNorm, new(layer.Outer.Node.Attribute, "Bias"), layer.Title, norm.Title, model.Way(way));
        }
    }
}
