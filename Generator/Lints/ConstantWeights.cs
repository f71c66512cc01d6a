using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Operators.Layers;
using NeuralDsl.Shapes;

namespace NeuralDsl.Lints;

/// <summary>
/// NDSL2013: hidden units whose weights begin alike: they compute the same and get the same gradient. Zeros alone are meant where what
/// takes them begins otherwise, as at the end of a residual branch.
/// </summary>
internal sealed class ConstantWeights : Lint
{
    public override IEnumerable<Fault> Check(LintedModel model)
    {
        foreach (var layer in model.Layers)
        {
            if (Beginning(layer, model) is not { Initialization.Constant: { } value } beginning || !HasSeveralUnits(layer, model))
                continue;
            var takers = model.Takers(layer, PassesUnits);
            if (takers.Count == 0 || !takers.All(taker => taker?.Layer is Linear or ForwardConvolution))
                continue;
            if (value != 0 || takers.All(taker => Beginning(taker!, model) is { Initialization.Constant: not null }))
                yield return new(Rules.ConstantWeights, new(beginning.Attribute), layer.Node.Title, CSharp.Number(value), model.Way([layer, takers[0]!]));
        }
    }

    /// <summary>What says how the weight of a linear map begins; null where it begins as in PyTorch, and where it is not trained.</summary>
    private static GraphInitialization? Beginning(TypedLayer layer, LintedModel model) =>
        layer.Layer is Linear or ForwardConvolution { Groups.Constant: 1 } && layer.Node.Share is null ? model.Beginning($"{layer.Node.StateKey}.weight") : null;

    private static bool HasSeveralUnits(TypedLayer layer, LintedModel model) =>
        model.Default((layer.Layer as Linear)?.Out ?? ((Convolution)layer.Layer).Out) is not (null or 1);

    /// <summary>Whether a layer keeps units apart from each other and treats all alike.</summary>
    private static bool PassesUnits(TypedLayer layer) =>
        layer.Layer is Activation or AvgPool or MaxPool or AdaptivePool or BatchNorm or Dropout;
}
