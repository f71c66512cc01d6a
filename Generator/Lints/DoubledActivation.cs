using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Lints;

/// <summary>NDSL2008: the same activation twice in a row.</summary>
internal sealed class DoubledActivation : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        // A shape operator between may give softmax another axis; the others do not care.
        var pairs = model.Pairs(acrossShapes: false).Where(pair => pair.Second.Layer is Softmax)
            .Concat(model.Pairs(acrossShapes: true).Where(pair => pair.Second.Layer is Activation { Function.IsActivation: true }));
        foreach (var (first, second, _, way) in pairs)
        {
            if (first.Layer.Equals(second.Layer) && first.IsAlone && second.IsAlone && MeansTheSame(first, second))
                yield return new(Rules.DoubledActivation, new(second.Outer.Node.Attribute), second.Around.Count == 0 ? second.Typed.Node.Operator : second.Title, model.Way(way));
        }
    }

    /// <summary>Whether both mean the same where they are written alike: a hyper-parameter of a block is another one than the model's.</summary>
    private static bool MeansTheSame(LintedLayer first, LintedLayer second) => (first.Around.Count == 0 && second.Around.Count == 0)
        || second.Layer is not Activation { HasHyper: true };
}
