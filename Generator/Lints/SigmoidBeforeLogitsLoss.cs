using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.Losses;

namespace NeuralDsl.Lints;

/// <summary>NDSL2002: probabilities, of a sigmoid or a softmax, in a binary cross-entropy that takes logits.</summary>
internal sealed class SigmoidBeforeLogitsLoss : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var loss in model.Losses.Where(loss => loss.Typed.Loss is BCEWithLogitsLoss))
        {
            var trail = model.Trail(loss.Typed.Prediction);
            if (trail.FirstOrDefault() is { Layer: Activation { Function.MakesProbabilities: true } or Softmax { IsLogarithm: false } } layer)
                yield return new(Rules.SigmoidBeforeLogitsLoss, new(layer.Node.Attribute), layer.Node.Title, loss.Graph.Operator, model.Way(trail, loss));
        }
    }
}
