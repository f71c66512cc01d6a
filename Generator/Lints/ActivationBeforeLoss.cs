using NeuralDsl.Diagnostics;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.Losses;

namespace NeuralDsl.Lints;

/// <summary>NDSL2006: an activation that keeps logits from a part of the numbers, right before a loss that takes logits.</summary>
internal sealed class ActivationBeforeLoss : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var loss in model.Losses.Where(loss => loss.Typed.Loss is CrossEntropyLoss or BCEWithLogitsLoss))
        {
            var trail = model.Trail(loss.Typed.Prediction);
            if (trail.FirstOrDefault() is { } layer && RangeOf(layer.Layer, loss.Typed.Loss) is { } range)
                yield return new(Rules.ActivationBeforeLoss, new(layer.Node.Attribute), layer.Node.Title, loss.Graph.Operator, range, model.Way(trail, loss));
        }
    }

    /// <summary>Where the activation's values are; null where they may be any number, as LeakyReLU's, or where another lint speaks.</summary>
    private static string? RangeOf(Layer layer, Loss loss) => layer switch
    {
        Activation { Function.MakesProbabilities: true } when loss is BCEWithLogitsLoss => null,
        Activation activation => activation.Range,
        Softmax { IsLogarithm: true } when loss is BCEWithLogitsLoss => "at 0 or below",
        _ => null,
    };
}
