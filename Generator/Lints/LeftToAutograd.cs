using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>NDSL3002: operators whose gradients autograd computes, because the generator knows none.</summary>
internal sealed class LeftToAutograd : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        if (model.Gradients != TypedModel.Automatic)
            yield break;
        foreach (var (layer, reason) in model.LayersWithoutGradient)
            yield return new(Rules.LeftToAutograd, new(layer.Node.Attribute), layer.Node.Title, reason);
        foreach (var loss in model.Losses.Where(loss => loss.Typed.Loss.Gradient(loss.Typed.Signature) is null))
            yield return new(Rules.LeftToAutograd, new(loss.Graph.Attribute), loss.Graph.Operator, "");
    }
}
