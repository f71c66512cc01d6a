using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Fully connected layer over the last axis.</summary>
internal sealed record Linear(Dim Out, Dim? In, bool Bias, string Normalization) : WeightedLayer(Out, Bias, Normalization)
{
    public static Layer Read(ArgumentReader arguments)
    {
        var (outFeatures, inFeatures) = (arguments.Size("outFeatures"), arguments.OptionalSize("In"));
        var isTied = arguments.Has("Tie");
        var (hasBias, normalization) = (arguments.Flag("Bias", !isTied), ReadNormalization(arguments));
        if (!isTied)
            return new Linear(outFeatures, inFeatures, hasBias, normalization);
        if (normalization != None)
            arguments.Refuse("Normalize", "None where the weight is tied", normalization);
        var tied = new TiedLinear(outFeatures, inFeatures);
        return hasBias ? new BiasedTiedLinear(tied) : tied;
    }

    public override string ModuleType => "Linear";

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint())
            return null;
        if (check.Shape.Rank == 0)
            return check.Fail(Diagnostics.Rules.WrongRank, null, check.Title, "at least 1 axis", check.Shape.ToDisplay(), check.Path);
        return check.Features(-1, "features", In) is null ? null : check.Input with { Shape = check.Shape.With(-1, Out) };
    }

    public override Dim MultiplyAccumulates(LayerTypes types) => types.Output.Shape.Elements * InFeatures(types.Input);

    /// <summary>dx = dy·W, dW = dyᵀ·x, db = Σ dy.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => !IsPlain ? PassNormalized : code =>
    {
        code.Make($"{code.Module}.call({code.Input})");
        code.Backward(dy =>
        {
            if (code.Learns)
                code.Do($"{CSharp.ParameterGradient}.AddLinear({code.Module}.weight!, {code.Module}.bias, {dy}, {code.Input})");
            code.Give(0, $"{dy}.matmul({code.Module}.weight!)");
        });
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size)
    {
        yield return size(InFeatures(input));
        yield return size(Out);
        if (!Bias)
            yield return "hasBias: false";
    }

    protected override EquatableArray<Dim> WeightShape(TensorType input) => [Out, InFeatures(input)];

    private static Dim InFeatures(TensorType input) => input.Shape[-1];
}
