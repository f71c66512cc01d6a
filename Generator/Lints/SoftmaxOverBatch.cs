using NeuralDsl.Diagnostics;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Lints;

/// <summary>NDSL2005: softmax over the batch, which mixes examples that have nothing to do with each other.</summary>
internal sealed class SoftmaxOverBatch : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        if (model.Batch is not { } batch)
            yield break;
        foreach (var layer in model.Layers)
        {
            if (layer.Layer is not Softmax softmax)
                continue;
            var shape = layer.Output.Shape;
            // Where every example meets every other, as in [N,N] of a contrastive loss, the batch is what softmax is meant to be over.
            if (shape[(int)softmax.Axis].SymbolName == batch && shape.Axes.Count(axis => axis.Size.Symbols.Contains(batch)) == 1)
            {
                yield return new(
                    Rules.SoftmaxOverBatch, new(layer.Node.Attribute, "axis"), layer.Node.Title, CSharp.Number(softmax.Axis), batch, model.Way([layer]));
            }
        }
    }
}
