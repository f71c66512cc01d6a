using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>Attention in several heads: within a sequence, to a memory, or to keys and values apart.</summary>
/// <param name="Sources">The keys and values: none for the queries themselves, one for both, or two.</param>
/// <param name="Heads">The number of heads of the queries.</param>
/// <param name="KeyValueHeads">The number of heads of keys and values; null for as many.</param>
/// <param name="Width">The size of all heads; null for the queries' features.</param>
/// <param name="Bias">Whether the projections have biases.</param>
/// <param name="Projections">The names of four linear layers; none for PyTorch's parameters.</param>
/// <param name="Causal">Whether a query sees no later key.</param>
/// <param name="Dropout">The probability of a weight to be zeroed.</param>
/// <param name="Scale">The factor of the scores; null for one over the root of a head's size.</param>
/// <param name="RotaryBase">The base of rotary positions; null for none.</param>
/// <param name="NeedWeights">Whether it makes the weights too.</param>
/// <param name="Masks">What it is told of the scores.</param>
internal sealed record Attention(
    ValueNames Sources,
    Dim Heads,
    Dim? KeyValueHeads,
    Dim? Width,
    bool Bias,
    EquatableArray<string> Projections,
    bool Causal,
    Number Dropout,
    Number? Scale,
    Number? RotaryBase,
    bool NeedWeights,
    EquatableArray<AttentionMask> Masks) : RuntimeModuleLayer
{
    private const string Grouped = "q_proj, k_proj, v_proj, o_proj";

    public static Attention Read(ArgumentReader arguments, string? sources = null, int count = 0) => new(
        sources is null ? ValueNames.None : arguments.Names(sources, count, count),
        arguments.Size("heads"),
        arguments.OptionalSize("KeyValueHeads"),
        arguments.OptionalSize("Width"),
        arguments.Flag("Bias", true),
        ReadProjections(arguments),
        arguments.Flag("Causal", false),
        arguments.Number("Dropout", 0, NumberRange.Probability),
        arguments.Has("Scale") ? arguments.Number("Scale", 1, NumberRange.Positive) : null,
        arguments.Flag("Rotary", false) ? arguments.Number("RotaryBase", PositionWaves.UsualBase, NumberRange.Positive) : null,
        arguments.Flag("NeedWeights", false),
        AttentionMask.Read(
            arguments,
            ("KeyPadding", "keyPadding", AttentionMaskKind.KeyPadding),
            ("Mask", "mask", AttentionMaskKind.Mask),
            ("AddBias", "bias", AttentionMaskKind.Bias)).ToEquatableArray());

    public override string ModuleType => "MultiheadAttention";

    public override bool IsCalled => !NeedWeights && Sources.Names.Count == 0 && Masks.Count == 0;

    public override EquatableArray<ValueNames> ValuesByArgument => [Sources, .. Masks.Select(mask => mask.Names)];

    public override EquatableArray<string> MoreOutputs => NeedWeights ? ["weights"] : [];

    public override bool TakesOptional(int input) => input >= FirstMask;

    private int FirstMask => 1 + Sources.Names.Count;

    private int Key => Math.Min(1, Sources.Names.Count);

    private int Value => Sources.Names.Count;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasAxes("N T d") || check.Features(-1, "features", declared: null) is not { } dims)
            return null;
        var (batch, queries) = (check.Shape.Axes[0], check.Shape.Axes[1]);
        for (var source = 1; source <= Sources.Names.Count; source++)
        {
            var actual = check.Inputs[source].Shape;
            // The length is the key's own, and the features are projected.
            var keys = actual.Rank == 3 ? check.Inputs[Key].Shape.Axes[1] : new(Dim.Symbol("S"));
            var expected = check.Input with { Shape = new([batch, keys, actual.Rank == 3 ? actual.Axes[2] : new(dims)]) };
            if (!check.Takes(source, Sources, stretches: false, expected) || check.Features(-1, "features", declared: null, source) is null)
                return null;
        }
        var width = Width ?? dims;
        if (!check.Require(width, Relation.DividedBy, Heads, () => check.At(Rules.IndivisibleAxis, "heads", check.Title, Heads.Text, width.Text, check.Path)))
            return null;
        if (KeyValueHeads is { } shared && !check.Require(Heads, Relation.DividedBy, shared, () => check.At(
            Rules.InvalidArgument, "KeyValueHeads", "KeyValueHeads", check.Title, $"a divisor of the {Heads} heads", shared.Text)))
        {
            return null;
        }
        if (RotaryBase is not null && !check.Require(width, Relation.DividedBy, 2 * Heads, () => check.At(
            Rules.InvalidArgument, "heads", "heads", check.Title, $"such that {width}/heads is even, since Rotary turns pairs", Heads.Text)))
        {
            return null;
        }
        var length = check.Inputs[Key].Shape.Axes[1];
        if (Causal && !check.Require(length.Size, Relation.Equal, queries.Size, () => check.At(
            Rules.InvalidArgument, "Causal", "Causal", check.Title, $"false where {length.Size} keys meet {queries.Size} queries", "true")))
        {
            return null;
        }
        return Masks.Select((mask, i) => (mask, i)).All(pair => pair.mask.Fits(check, FirstMask + pair.i, batch, Heads, queries, length)) ? check.Input : null;
    }

    public override IEnumerable<TensorType> InferMore(LayerTypes types) => NeedWeights
        ? [types.Output with { Shape = new([types.Input.Shape.Axes[0], types.Input.Shape.Axes[1], types.Inputs[Key].Shape.Axes[1]]) }]
        : [];

    public override EquatableArray<ParameterSpec> Parameters(LayerTypes types) => Weights(types).Parameters().ToEquatableArray();

    public override Dim MultiplyAccumulates(LayerTypes types) =>
        Weights(types).MultiplyAccumulates(types.Input.Shape[0], types.Input.Shape[1], types.Inputs[Key].Shape[1]);

    public override Dim Activations(LayerTypes types) =>
        Weights(types).Activations(types.Input.Shape[0], types.Input.Shape[1], types.Inputs[Key].Shape[1], Heads);

    protected override IEnumerable<string> Arguments(LayerTypes types, Func<Dim, string> size)
    {
        var weights = Weights(types);
        string[] Apart(string option, Dim? given) => given is null ? [] : [$"{option} = {size(given)}"];
        var isApart = !weights.HaveOneSize;
        var options = Options([
            .. Apart("KeyDims", isApart ? weights.KeyDims : null),
            .. Apart("ValueDims", isApart ? weights.ValueDims : null),
            .. Apart("Width", Width),
            .. Apart("KeyValueHeads", KeyValueHeads),
            .. Bias ? [] : new[] { "Bias = false" },
            .. Projections.Count == 0 ? [] : new[] { $"Projections = [{string.Join(", ", Projections.Select(CSharp.Text))}]" },
            .. Causal ? new[] { "Causal = true" } : [],
            .. Dropout.Literal == 0 ? [] : new[] { $"Dropout = {Dropout.Text}" },
            .. Scale is null ? [] : new[] { $"Scale = {Scale.Text}" },
            .. RotaryBase is null ? [] : new[] { $"RotaryBase = {RotaryBase.Text}" },
        ]);
        return new[] { size(weights.Dims), size(Heads), options, "device: device", "dtype: dtype" }.OfType<string>();
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) =>
        NeedWeights || !AttentionMask.AreTruthValues(types, FirstMask) ? PassInParts : code =>
    {
        var (query, key, value) = (code.Inputs[0], code.Inputs[Key], code.Inputs[Value]);
        var masks = Masks.Select((mask, i) => (mask.Parameter, Local: code.Inputs[FirstMask + i]));
        code.MakeBy(made => [$"var {made[0].Name} = {code.Module}.Forward(tape, {query}, {key}, {value}{AttentionMask.Pass(masks)});"]);
        code.Backward(dy =>
        {
            var (method, inputs) = key != value ? ("BackwardApart", new[] { 0, Key, Value }) : query != key ? ("BackwardAcross", [0, Key]) : ("Backward", [0]);
            code.GiveBy(inputs, gradients => [$"var {Variables(gradients)} = {code.Module}.{method}(tape, {dy});"]);
        });
    };

    /// <summary>Without dropout.</summary>
    public override Action<GradientCode>? Prediction(LayerTypes types) => NeedWeights ? null : code =>
    {
        var masks = Masks.Select((mask, i) => (mask.Parameter, Local: code.Inputs[FirstMask + i]));
        code.Make($"{code.Module}.Predict({code.Inputs[0]}, {code.Inputs[Key]}, {code.Inputs[Value]}{AttentionMask.Pass(masks)})");
    };

    public override bool HasMode => Dropout.Literal != 0;

    /// <summary>With the weights, or numbers that are added to the scores.</summary>
    private void PassInParts(GradientCode code)
    {
        var masks = Masks.Select((mask, i) => (mask.Parameter, Local: code.Inputs[FirstMask + i]));
        var method = NeedWeights ? "ForwardWithWeights" : "ForwardOfAll";
        code.MakeBy(made => [$"var {Variables(made)} = {code.Module}.{method}(tape, {code.Inputs[0]}, {code.Inputs[Key]}, {code.Inputs[Value]}{AttentionMask.Pass(masks)});"]);
        code.BackwardOfAll(gradients =>
        {
            var given = Code.Of(string.Concat(gradients.Select(gradient => $", {gradient?.Name ?? "null"}")), gradients.OfType<Local>());
            AttentionMask.GiveOfAll(code, $"{code.Module}.BackwardOfAll(tape{given})", [0, Key, Value], FirstMask, hasAxisOfHeads: false);
        });
    }

    public override void Write(LayerCode code)
    {
        if (!NeedWeights)
        {
            base.Write(code);
            return;
        }
        var weights = code.More[0] ?? code.Local("weights");
        code.Line($"var ({code.Name}, {weights}) = {code.Module}.CallWithWeights({CallArguments(code)});", code.Types.Output.Shape.ToDisplay());
        if (code.More[0] is null)
            code.Line($"{weights}.Dispose();", null);
    }

    public override string Call(LayerCode code) => $"{code.Module}{(code.If is null ? "" : "!")}.call({CallArguments(code)})";

    private string CallArguments(LayerCode code) => string.Join(", ", new[] { code.Inputs[0], code.Inputs[Key], code.Inputs[Value] }
        .Concat(Masks.Select((mask, i) => $"{mask.Parameter}: {code.Inputs[FirstMask + i]}")));

    private AttentionWeights Weights(LayerTypes types)
    {
        var dims = types.Input.Shape[-1];
        var width = Width ?? dims;
        return new(dims, types.Inputs[Key].Shape[-1], types.Inputs[Value].Shape[-1], width, KeyValueHeads is { } shared ? width / Heads * shared : width, Bias, Projections);
    }

    private static EquatableArray<string> ReadProjections(ArgumentReader arguments)
    {
        var text = arguments.Text("Projections") ?? (arguments.Has("KeyValueHeads") ? Grouped : null);
        if (text is null)
            return [];
        var names = ValueNames.Parse("Projections", text).Names.Select(name => name.Name).ToArray();
        if (names.Length != 4 || names.Distinct().Count() != 4 || names.Any(name => name.Length == 0 || name.Contains('.')))
            arguments.Refuse("Projections", "four names without dots: of queries, keys, values and the output", $"\"{text}\"");
        return names.ToEquatableArray();
    }
}
