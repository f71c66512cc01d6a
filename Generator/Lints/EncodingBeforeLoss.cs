using NeuralDsl.Diagnostics;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>
/// NDSL2001, NDSL2002, NDSL2003, NDSL2006, NDSL2012: a prediction whose numbers mean something else than its loss takes them for: softmax where
/// the loss applies it itself, logits where it takes probabilities or their logarithms, or logits that an activation keeps from a part of the numbers.
/// </summary>
internal sealed class EncodingBeforeLoss : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var loss in model.Losses)
        {
            if (loss.Typed.Signature.Prediction.Encoding is not { } encoding || model.Maker(encoding.Maker) is not { } maker)
                continue;
            var way = model.Way(model.Trail(maker, loss.Typed.Prediction), loss);
            var location = new FaultLocation(maker.Node.Attribute);
            switch (loss.Typed.Loss.Takes, encoding.Meaning)
            {
                // Over another axis than the classes, such as steps in time, it may be meant.
                case (PredictionEncoding.ClassLogits, Meaning.Distribution or Meaning.LogDistribution) when encoding.Axis == loss.Typed.Signature.ClassAxis:
                    yield return new(Rules.SoftmaxBeforeCrossEntropy, location, encoding.Title, loss.Graph.Operator, way);
                    break;
                case (PredictionEncoding.Logits, Meaning.Probability or Meaning.Distribution):
                    yield return new(Rules.SigmoidBeforeLogitsLoss, location, encoding.Title, loss.Graph.Operator, way);
                    break;
                case (PredictionEncoding.Probabilities, Meaning.Anything):
                    yield return new(Rules.LogitsAsProbabilities, new(loss.Graph.Attribute), loss.Graph.Operator, encoding.Title, way);
                    break;
                case (PredictionEncoding.LogProbabilities, Meaning.Anything or Meaning.Probability or Meaning.Distribution):
                    var numbers = encoding.Meaning == Meaning.Anything ? "any number" : "probabilities themselves";
                    yield return new(Rules.NotLogProbabilities, new(loss.Graph.Attribute), loss.Graph.Operator, encoding.Title, numbers, way);
                    break;
                case (PredictionEncoding.ClassLogits, Meaning.Bounded or Meaning.Probability):
                case (PredictionEncoding.Logits, Meaning.Bounded or Meaning.LogDistribution):
                    yield return new(Rules.ActivationBeforeLoss, location, encoding.Title, loss.Graph.Operator, encoding.Range, way);
                    break;
            }
        }
    }
}
