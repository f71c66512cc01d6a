using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Lints;

/// <summary>NDSL2009: a dropout that drops everything.</summary>
internal sealed class DropoutOfEverything : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model) => model.Layers
        .Where(layer => layer.Layer is Dropout { P.Literal: 1 })
        .Select(layer => new Fault(Rules.DropoutOfEverything, new(layer.Node.Attribute, "p"), layer.Node.Title, model.Way([layer])));
}
