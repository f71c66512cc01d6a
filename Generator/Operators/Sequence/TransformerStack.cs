using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>A layer of a transformer, or several in a row: an encoder's, or with a memory a decoder's.</summary>
/// <param name="Part">What each layer has.</param>
/// <param name="Memory">The memory; none for an encoder.</param>
/// <param name="Layers">How many there are; null for one by itself.</param>
/// <param name="FinalNorm">Whether what the last layer makes is normalized.</param>
/// <param name="Masks">What the attentions are told of the scores.</param>
internal sealed record TransformerStack(TransformerPart Part, ValueNames Memory, Dim? Layers, bool FinalNorm, EquatableArray<AttentionMask> Masks) : RuntimeModuleLayer
{
    private const string MemoryPrefix = "memory";

    public static TransformerStack Read(ArgumentReader arguments, bool isDecoder, bool isStack)
    {
        (string, string, AttentionMaskKind)[] own = [("KeyPadding", "keyPadding", AttentionMaskKind.KeyPadding), ("Mask", "mask", AttentionMaskKind.Mask)];
        (string, string, AttentionMaskKind)[] ofMemory =
            [("MemoryKeyPadding", "memoryKeyPadding", AttentionMaskKind.KeyPadding), ("MemoryMask", "memoryMask", AttentionMaskKind.Mask)];
        return new(
            TransformerPart.Read(arguments, arguments.Size("heads")),
            isDecoder ? arguments.Names("memory", maximum: 1) : ValueNames.None,
            isStack ? arguments.Size("layers") : null,
            arguments.Flag("FinalNorm", false),
            AttentionMask.Read(arguments, isDecoder ? [.. own, .. ofMemory] : own).ToEquatableArray());
    }

    public override string ModuleType => $"Transformer{(IsDecoder ? "Decoder" : "Encoder")}{(Layers is null ? "Layer" : "")}";

    public override bool IsCalled => !IsDecoder && Masks.Count == 0;

    public override EquatableArray<ValueNames> ValuesByArgument => [Memory, .. Masks.Select(mask => mask.Names)];

    public override bool TakesOptional(int input) => input >= FirstMask;

    private bool IsDecoder => Memory.Names.Count > 0;

    private int FirstMask => 1 + Memory.Names.Count;

    public override TensorType? Infer(LayerCheck check)
    {
        if (Part.Features(check) is not { } dims)
            return null;
        var (batch, length) = (check.Shape.Axes[0], check.Shape.Axes[1]);
        var memory = length;
        if (IsDecoder)
        {
            var shape = check.Inputs[1].Shape;
            memory = shape.Rank == 3 ? shape.Axes[1] : new(Dim.Symbol("S"));
            if (!check.Takes(1, Memory, stretches: false, check.Input with { Shape = new([batch, memory, new(dims)]) }))
                return null;
        }
        bool Fits(AttentionMask mask, int i) => mask.Fits(
            check, FirstMask + i, batch, Part.Heads, length, mask.Parameter.StartsWith(MemoryPrefix, StringComparison.Ordinal) ? memory : length);
        return Masks.Select((mask, i) => (mask, i)).All(pair => Fits(pair.mask, pair.i)) ? check.Input : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input)
    {
        var dims = input.Shape[-1];
        return (Layers is null ? Part.Parameters(dims, IsDecoder) : Part.Parameters(dims, IsDecoder, Layers, FinalNorm)).ToEquatableArray();
    }

    public override Dim MultiplyAccumulates(LayerTypes types)
    {
        var shape = types.Input.Shape;
        return Part.MultiplyAccumulates(shape[0], shape[1], shape[2], IsDecoder ? types.Inputs[1].Shape[1] : null) * (Layers ?? 1);
    }

    public override Dim Activations(LayerTypes types)
    {
        var shape = types.Input.Shape;
        return Part.Activations(shape[0], shape[1], shape[2], IsDecoder ? types.Inputs[1].Shape[1] : null) * (Layers ?? 1) + (FinalNorm ? shape.Elements : 0);
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => !AttentionMask.AreTruthValues(types, FirstMask) ? null : code =>
    {
        var masks = Masks.Select((mask, i) => (mask.Parameter, Local: code.Inputs[FirstMask + i]));
        code.MakeBy(made => [$"var {made[0].Name} = {code.Module}.Forward(tape, {Code.Join(code.Inputs.Take(FirstMask))}{AttentionMask.Pass(masks)});"]);
        code.Backward(dy => code.GiveBy(IsDecoder ? [0, 1] : [0], gradients => [$"var {Variables(gradients)} = {code.Module}.Backward(tape, {dy});"]));
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
        size(types.Input.Shape[-1]), size(Part.Heads), Layers is null ? null : size(Layers), Options(Part.Assign(size)),
        FinalNorm ? "finalNorm: true" : null, "device: device", "dtype: dtype",
    }.OfType<string>();

    public override string Call(LayerCode code) => base.Call(code with
    {
        Inputs = [.. code.Inputs.Take(FirstMask), .. Masks.Select((mask, i) => $"{mask.Parameter}: {code.Inputs[FirstMask + i]}")],
    });
}
