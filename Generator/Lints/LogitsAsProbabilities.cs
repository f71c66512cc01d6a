using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Joins;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.Losses;

namespace NeuralDsl.Lints;

/// <summary>NDSL2003: a weighted sum, which may be any number, in a binary cross-entropy that takes probabilities.</summary>
internal sealed class LogitsAsProbabilities : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var loss in model.Losses.Where(loss => loss.Typed.Loss is BCELoss))
        {
            var trail = model.Trail(loss.Typed.Prediction);
            if (trail.FirstOrDefault() is { Layer: Linear or Convolution or Bilinear } layer)
                yield return new(Rules.LogitsAsProbabilities, new(loss.Graph.Attribute), loss.Graph.Operator, layer.Node.Title, model.Way(trail, loss));
        }
    }
}
