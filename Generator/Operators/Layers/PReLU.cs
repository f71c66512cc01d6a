using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>LeakyReLU whose slope is learned, one for all channels or one for each.</summary>
internal sealed record PReLU(bool IsPerChannel, Number Init) : ModuleLayer
{
    public static PReLU Read(ArgumentReader arguments) => new(arguments.Flag("PerChannel", false), arguments.Number("Init", 0.25, NumberRange.Any));

    public override string ModuleType => "PReLU";

    public override TensorType? Infer(LayerCheck check) =>
        check.IsFloatingPoint() && (!IsPerChannel || (check.HasLayout(Window.AnyLayout) && check.Features(1, "channels", declared: null) is not null)) ? check.Input : null;

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => [new("weight", [Slopes(input)])];

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make($"{code.Module}.call({code.Input})");
        code.Backward(dy => code.GiveWithEffect(0, $"{CSharp.Kernels}.PReLUBackward({code.Module}, {dy}, {code.Input})"));
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) => [size(Slopes(input)), .. Init.Named("init", 0.25)];

    private Dim Slopes(TensorType input) => IsPerChannel ? input.Shape[1] : 1;
}
