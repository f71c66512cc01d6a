using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>An encoder of a source and a decoder of a target.</summary>
/// <param name="Part">What each layer has.</param>
/// <param name="Target">What the decoder takes.</param>
/// <param name="EncoderLayers">How many layers the encoder has.</param>
/// <param name="DecoderLayers">How many layers the decoder has.</param>
/// <param name="Masks">What the attentions are told of the scores.</param>
internal sealed record Transformer(TransformerPart Part, ValueNames Target, Dim EncoderLayers, Dim DecoderLayers, EquatableArray<AttentionMask> Masks) : RuntimeModuleLayer
{
    private const long UsualHeads = 8;
    private const long UsualLayers = 6;
    private const int FirstMask = 2;

    public static Transformer Read(ArgumentReader arguments) => new(
        TransformerPart.Read(arguments, arguments.Size("heads", UsualHeads)),
        arguments.Names("target", maximum: 1),
        arguments.Size("EncoderLayers", UsualLayers),
        arguments.Size("DecoderLayers", UsualLayers),
        AttentionMask.Read(
            arguments,
            ("SourceKeyPadding", "sourceKeyPadding", AttentionMaskKind.KeyPadding),
            ("SourceMask", "sourceMask", AttentionMaskKind.Mask),
            ("TargetKeyPadding", "targetKeyPadding", AttentionMaskKind.KeyPadding),
            ("TargetMask", "targetMask", AttentionMaskKind.Mask),
            ("MemoryKeyPadding", "memoryKeyPadding", AttentionMaskKind.KeyPadding),
            ("MemoryMask", "memoryMask", AttentionMaskKind.Mask)).ToEquatableArray());

    public override string ModuleType => "Transformer";

    public override bool IsCalled => false;

    public override EquatableArray<ValueNames> ValuesByArgument => [Target, .. Masks.Select(mask => mask.Names)];

    public override bool TakesOptional(int input) => input >= FirstMask;

    public override TensorType? Infer(LayerCheck check)
    {
        if (Part.Features(check) is not { } dims)
            return null;
        var (batch, source) = (check.Shape.Axes[0], check.Shape.Axes[1]);
        var shape = check.Inputs[1].Shape;
        var target = shape.Rank == 3 ? shape.Axes[1] : new(Dim.Symbol("T"));
        var output = check.Input with { Shape = new([batch, target, new(dims)]) };
        if (!check.Takes(1, Target, stretches: false, output))
            return null;
        bool Fits(AttentionMask mask, int i)
        {
            var (queries, keys) = mask.Parameter[0] switch { 's' => (source, source), 't' => (target, target), _ => (target, source) };
            return mask.Fits(check, FirstMask + i, batch, Part.Heads, queries, keys);
        }
        return Masks.Select((mask, i) => (mask, i)).All(pair => Fits(pair.mask, pair.i)) ? output : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) =>
        Part.Parameters(input.Shape[-1], isDecoder: false, EncoderLayers, finalNorm: true, "encoder.")
            .Concat(Part.Parameters(input.Shape[-1], isDecoder: true, DecoderLayers, finalNorm: true, "decoder."))
            .ToEquatableArray();

    public override Dim MultiplyAccumulates(LayerTypes types)
    {
        var (source, target) = (types.Input.Shape, types.Inputs[1].Shape);
        return (EncoderLayers * Part.MultiplyAccumulates(source[0], source[1], source[2], memory: null))
            + (DecoderLayers * Part.MultiplyAccumulates(source[0], target[1], source[2], source[1]));
    }

    public override Dim Activations(LayerTypes types)
    {
        var (source, target) = (types.Input.Shape, types.Inputs[1].Shape);
        return (EncoderLayers * Part.Activations(source[0], source[1], source[2], memory: null)) + source.Elements
            + (DecoderLayers * Part.Activations(source[0], target[1], source[2], source[1])) + target.Elements;
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => !AttentionMask.AreTruthValues(types, FirstMask) ? null : code =>
    {
        var masks = Masks.Select((mask, i) => (mask.Parameter, Local: code.Inputs[FirstMask + i]));
        code.MakeBy(made => [$"var {made[0].Name} = {code.Module}.Forward(tape, {Code.Join(code.Inputs.Take(FirstMask))}{AttentionMask.Pass(masks)});"]);
        code.Backward(dy => code.GiveBy([0, 1], gradients => [$"var {Variables(gradients)} = {code.Module}.Backward(tape, {dy});"]));
    };

    /// <summary>Without dropout.</summary>
    public override Action<GradientCode>? Prediction(LayerTypes types) => code =>
    {
        var masks = Masks.Select((mask, i) => (mask.Parameter, Local: code.Inputs[FirstMask + i]));
        code.Make($"{code.Module}.Predict({Code.Join(code.Inputs.Take(FirstMask))}{AttentionMask.Pass(masks)})");
    };

    public override bool HasMode => Part.Dropout.Literal != 0;

    protected override IEnumerable<string> Arguments(LayerTypes types, Func<Dim, string> size) => new[]
    {
        size(types.Input.Shape[-1]), size(Part.Heads), size(EncoderLayers), size(DecoderLayers), Options(Part.Assign(size)), "device: device", "dtype: dtype",
    }.OfType<string>();

    public override string Call(LayerCode code) => base.Call(code with
    {
        Inputs = [.. code.Inputs.Take(FirstMask), .. Masks.Select((mask, i) => $"{mask.Parameter}: {code.Inputs[FirstMask + i]}")],
    });
}
