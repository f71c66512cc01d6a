using NeuralDsl.Diagnostics;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;

namespace NeuralDsl.Lints;

/// <summary>NDSL2004: softmax over an axis of size 1, which forgets its input.</summary>
internal sealed class SoftmaxOverOne : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var layer in model.Layers)
        {
            if (layer.Layer is not Softmax softmax || layer.Output.Shape[(int)softmax.Axis].Constant != 1)
                continue;
            yield return new(
                Rules.SoftmaxOverOne, new(layer.Node.Attribute, "axis"),
                layer.Node.Title, CSharp.Number(softmax.Axis), softmax.IsLogarithm ? "0" : "1", model.Way([layer]));
        }
    }
}
