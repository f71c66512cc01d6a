using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Lints;

/// <summary>NDSL2008: the same activation twice in a row.</summary>
internal sealed class DoubledActivation : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var second in model.Layers)
        {
            // A shape operator between may give softmax another axis; the others do not care.
            var trail = second.Layer switch
            {
                Softmax => model.Before(second) is { } before ? [before] : [],
                Activation { Function.IsActivation: true } => model.Trail(second.Node.Inputs!.Value[0]),
                _ => [],
            };
            if (trail.Count > 0 && trail[0].Layer.Equals(second.Layer))
                yield return new(Rules.DoubledActivation, new(second.Node.Attribute), second.Node.Operator, model.Way([.. trail, second]));
        }
    }
}
