using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Lints;

/// <summary>NDSL2011: batch normalization of what dropout makes, whose variance shifts between training and evaluation (Li et al. 2018).</summary>
internal sealed class BatchNormAfterDropout : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var norm in model.Layers.Where(layer => layer.Layer is BatchNorm { IsPerExample: false }))
        {
            var trail = model.Trail(norm.Node.Inputs!.Value[0]);
            if (trail.FirstOrDefault() is { Layer: Dropout { P.Value: not 0, KeepsMoments: false } } dropout)
                yield return new(Rules.BatchNormAfterDropout, new(norm.Node.Attribute), norm.Node.Title, dropout.Node.Title, model.Way([.. trail, norm]));
        }
    }
}
