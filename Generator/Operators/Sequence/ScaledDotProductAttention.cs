using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>Attention without weights, of queries, keys and values that are split into heads.</summary>
/// <param name="Sources">The keys and the values.</param>
/// <param name="Causal">Whether a query sees no later key.</param>
/// <param name="Dropout">The probability of a weight to be zeroed.</param>
/// <param name="Scale">The factor of the scores; null for one over the root of a head's size.</param>
/// <param name="EnableGqa">Whether a head of keys and values may serve several of queries.</param>
/// <param name="NeedWeights">Whether it makes the weights too.</param>
/// <param name="Masks">What it is told of the scores.</param>
internal sealed record ScaledDotProductAttention(
    ValueNames Sources, bool Causal, Number Dropout, Number? Scale, bool EnableGqa, bool NeedWeights, EquatableArray<AttentionMask> Masks) : FunctionLayer
{
    private const int FirstMask = 3;
    private const string Attention = "global::NeuralDsl.ScaledDotProduct";

    public static ScaledDotProductAttention Read(ArgumentReader arguments) => new(
        arguments.Names("keyAndValue", 2, 2),
        arguments.Flag("Causal", false),
        arguments.Number("Dropout", 0, NumberRange.Probability),
        arguments.Has("Scale") ? arguments.Number("Scale", 1, NumberRange.Positive) : null,
        arguments.Flag("EnableGqa", false),
        arguments.Flag("NeedWeights", false),
        AttentionMask.Read(arguments, ("Mask", "mask", AttentionMaskKind.Mask), ("AddBias", "bias", AttentionMaskKind.Bias)).ToEquatableArray());

    public override EquatableArray<ValueNames> ValuesByArgument => [Sources, .. Masks.Select(mask => mask.Names)];

    public override EquatableArray<string> MoreOutputs => NeedWeights ? ["weights"] : [];

    public override bool TakesOptional(int input) => input >= FirstMask;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasAxes("N heads T e"))
            return null;
        var (batch, heads, queries, features) = (check.Shape.Axes[0], check.Shape.Axes[1], check.Shape.Axes[2], check.Shape.Axes[3]);
        Shape[] shapes = [check.Inputs[1].Shape, check.Inputs[2].Shape];
        var keys = shapes[0].Rank == 4 ? shapes[0].Axes[2] : new(Dim.Symbol("S"));
        var keyHeads = EnableGqa && shapes[0].Rank == 4 ? shapes[0].Axes[1] : heads;
        var valueFeatures = shapes[1].Rank == 4 ? shapes[1].Axes[3] : features;
        if (!check.Takes(1, Sources, stretches: false, check.Input with { Shape = new([batch, keyHeads, keys, features]) })
            || !check.Takes(2, Sources, stretches: false, check.Input with { Shape = new([batch, keyHeads, keys, valueFeatures]) }))
        {
            return null;
        }
        if (!check.Require(heads.Size, Relation.DividedBy, keyHeads.Size, () => check.At(
            Rules.IndivisibleAxis, "keyAndValue", check.Title, keyHeads.Size.Text, heads.Size.Text, check.Paths)))
        {
            return null;
        }
        if (Causal && !check.Require(keys.Size, Relation.Equal, queries.Size, () => check.At(
            Rules.InvalidArgument, "Causal", "Causal", check.Title, $"false where {keys.Size} keys meet {queries.Size} queries", "true")))
        {
            return null;
        }
        return Masks.Select((mask, i) => (mask, i)).All(pair => pair.mask.Fits(check, FirstMask + pair.i, batch, heads.Size, queries, keys))
            ? check.Input with { Shape = new([batch, heads, queries, valueFeatures]) }
            : null;
    }

    public override IEnumerable<TensorType> InferMore(LayerTypes types) =>
        NeedWeights ? [types.Output with { Shape = new([.. types.Input.Shape.Axes.Take(3), types.Inputs[1].Shape.Axes[2]]) }] : [];

    public override Dim MultiplyAccumulates(LayerTypes types)
    {
        var query = types.Input.Shape;
        return query[0] * query[1] * query[2] * types.Inputs[1].Shape[2] * (query[3] + types.Output.Shape[3]);
    }

    /// <summary>The weights of all heads, and what they find.</summary>
    public override Dim Activations(LayerTypes types)
    {
        var query = types.Input.Shape;
        return (query[0] * query[1] * query[2] * types.Inputs[1].Shape[2]) + types.Output.Shape.Elements;
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var hasScores = NeedWeights || !AttentionMask.AreTruthValues(types, FirstMask);
        var method = NeedWeights ? "ForwardWithWeights" : hasScores ? "ForwardOfAll" : "Forward";
        var arguments = Code.Of(Arguments([.. code.Inputs.Select(input => input.Name)]), code.Inputs);
        var scale = Scale is null ? "" : $", scale: {Scale.Member}";
        code.MakeBy(made => [$"var {Variables(made)} = {Attention}.{method}(tape, {arguments});"], isKept: NeedWeights || !hasScores);
        if (!hasScores)
        {
            code.Backward(dy => code.GiveBy([0, 1, 2], gradients => [$"var {Variables(gradients)} = {Attention}.Backward(tape, {dy}{scale});"]));
            return;
        }
        code.BackwardOfAll(gradients =>
        {
            var given = Code.Of(string.Concat(gradients.Select(gradient => $", {gradient?.Name ?? "null"}")), gradients.OfType<Local>());
            AttentionMask.GiveOfAll(code, $"{Attention}.BackwardOfAll(tape{given}{scale})", [0, 1, 2], FirstMask, hasAxisOfHeads: true);
        });
    };

    public override void Write(LayerCode code)
    {
        if (!NeedWeights)
        {
            base.Write(code);
            return;
        }
        var weights = code.More[0] ?? code.Local("weights");
        code.Line($"var ({code.Name}, {weights}) = {Attention}.AttendWithWeights({Arguments(code.Inputs)});", code.Types.Output.Shape.ToDisplay());
        if (code.More[0] is null)
            code.Line($"{weights}.Dispose();", null);
    }

    /// <summary>The engine's function where that can do it.</summary>
    public override string Call(LayerCode code)
    {
        var isPlain = Scale is null && !EnableGqa && Masks.All(mask => mask.Kind == AttentionMaskKind.Mask) && !(Causal && Masks.Count > 0);
        if (!isPlain)
            return $"{Attention}.Attend({Arguments(code.Inputs)})";
        var mask = Masks.Count == 0 ? "null!" : code.Types.Inputs[FirstMask].IsOptional ? $"{code.Inputs[FirstMask]}!" : code.Inputs[FirstMask];
        List<string> arguments = [.. code.Inputs.Take(FirstMask)];
        if (Masks.Count > 0 || Dropout.Literal != 0 || Causal)
            arguments.Add(mask);
        if (Dropout.Literal != 0 || Causal)
            arguments.Add(TrainingDropout);
        if (Causal)
            arguments.Add("true");
        return Functional("scaled_dot_product_attention", [.. arguments]);
    }

    private string TrainingDropout => Dropout.Literal == 0 ? "0" : $"training ? {Dropout.Member} : 0";

    private string Arguments(IReadOnlyList<string> inputs) => string.Join(", ",
    [
        .. inputs.Take(FirstMask),
        .. Masks.Select((mask, i) => $"{mask.Parameter}: {inputs[FirstMask + i]}"),
        .. CSharp.Named("causal", Causal, omitted: false),
        .. Scale is null ? [] : new[] { $"scale: {Scale.Member}" },
        .. Dropout.Literal == 0 ? [] : new[] { $"dropout: {TrainingDropout}" },
    ]);
}
