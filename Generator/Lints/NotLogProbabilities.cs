using NeuralDsl.Diagnostics;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.Losses;

namespace NeuralDsl.Lints;

/// <summary>NDSL2012: something else than log-probabilities in a loss that takes log-probabilities and applies no logarithm itself.</summary>
internal sealed class NotLogProbabilities : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var loss in model.Losses.Where(loss => loss.Typed.Loss is NLLLoss or KLDivLoss or CTCLoss))
        {
            var trail = model.Trail(loss.Typed.Prediction);
            if (trail.FirstOrDefault() is { } layer && ValuesOf(layer.Layer) is { } values)
                yield return new(Rules.NotLogProbabilities, new(loss.Graph.Attribute), loss.Graph.Operator, layer.Node.Title, values, model.Way(trail, loss));
        }
    }

    /// <summary>What a layer makes, where that is certainly no logarithm of a probability.</summary>
    private static string? ValuesOf(Layer layer) => layer switch
    {
        Linear or Convolution => "any number",
        Softmax { IsLogarithm: false } or Sigmoid => "probabilities themselves",
        ReLU or Softplus => "no number below 0",
        _ => null,
    };
}
