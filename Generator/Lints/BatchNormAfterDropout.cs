using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Lints;

/// <summary>NDSL2011: batch normalization of what dropout makes, whose variance shifts between training and evaluation (Li et al. 2018).</summary>
internal sealed class BatchNormAfterDropout : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var (first, norm, _, way) in model.Pairs(acrossShapes: true))
        {
            if (norm.Layer is BatchNorm { IsPerExample: false } && first.Layer is Dropout { KeepsMoments: false } dropout && first.Number(dropout.P) is { Value: not 0 })
                yield return new(Rules.BatchNormAfterDropout, new(norm.Outer.Node.Attribute), norm.Title, first.Title, model.Way(way));
        }
    }
}
