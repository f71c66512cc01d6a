using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Operators.Losses;

namespace NeuralDsl.Lints;

/// <summary>NDSL2001: softmax, or its logarithm, over the classes of a cross-entropy, which is over logits.</summary>
internal sealed class SoftmaxBeforeCrossEntropy : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var loss in model.Losses.Where(loss => loss.Typed.Loss is CrossEntropyLoss))
        {
            var trail = model.Trail(loss.Typed.Prediction);
            if (trail.FirstOrDefault() is not { Layer: Softmax softmax } layer)
                continue;
            // Softmax over another axis, such as steps in time, may be meant.
            var (shape, classes) = (loss.Typed.Signature.Prediction.Shape, loss.Typed.Signature.ClassAxis);
            if (layer.Output.Shape[(int)softmax.Axis].Equals(shape[classes]))
                yield return new(Rules.SoftmaxBeforeCrossEntropy, new(layer.Node.Attribute), layer.Node.Title, loss.Graph.Operator, model.Way(trail, loss));
        }
    }
}
