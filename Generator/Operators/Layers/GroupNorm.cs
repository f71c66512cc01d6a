using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Normalization of each example over groups of channels and all axes after them.</summary>
internal sealed record GroupNorm(Dim Groups, Number Eps, bool Affine) : ModuleLayer
{
    public static GroupNorm Read(ArgumentReader arguments) =>
        new(arguments.Size("groups"), arguments.Number("Eps", 1e-5, NumberRange.Positive), arguments.Flag("Affine", true));

    public override string ModuleType => "GroupNorm";

    public override TensorType? Infer(LayerCheck check) =>
        check.IsFloatingPoint() && check.HasLayout(Window.AnyLayout) && check.Features(1, "channels", declared: null) is { } channels
        && check.Require(channels, Relation.DividedBy, Groups, () => check.At(Rules.IndivisibleGroups, "groups", Groups.Text, check.Title, channels.Text, "input", check.Path))
            ? check.Input
            : null;

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) =>
        Affine ? [new("weight", [input.Shape[1]]), new("bias", [input.Shape[1]])] : [];

    public override Action<GradientCode>? Gradient(LayerTypes types) =>  code =>
    {
        var saved = code.MakeWith($"{CSharp.Kernels}.GroupNorm({code.Module}, {code.Input})", "Mean", "Rstd");
        code.Backward(dy => code.GiveWithEffect(0, $"{CSharp.Kernels}.GroupNormBackward({code.Module}, {dy}, {code.Input}, {saved[0]}, {saved[1]})"));
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) =>
        [size(Groups), size(input.Shape[1]), .. Eps.Named("eps", 1e-5), .. CSharp.Named("affine", Affine, omitted: true)];
}
