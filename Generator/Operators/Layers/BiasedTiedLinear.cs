using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A linear layer over another layer's weight with a bias of its own, which is all that its module has.</summary>
internal sealed record BiasedTiedLinear(TiedLinear Map) : RuntimeModuleLayer
{
    public override string ModuleType => "TiedLinear";

    public override bool IsCalled => false;

    public override TensorType? Infer(LayerCheck check) => Map.Infer(check);

    public override Encoding? Encode(LayerTypes types, int output) => Map.Encode(types, output);

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => [new("bias", [Map.Out])];

    public override Dim MultiplyAccumulates(LayerTypes types) => Map.MultiplyAccumulates(types);

    protected override IEnumerable<string> Arguments(LayerTypes types, Func<Dim, string> size) =>
        [size(types.Input.Shape[-1]), size(Map.Out), "device: device", "dtype: dtype"];

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make($"{code.Module}.call({code.Input}, {code.Tied})");
        code.Backward(dy => TiedLinear.GiveBack(code, dy, $"{code.Module}.bias"));
    };

    public override string Call(LayerCode code) => $"{code.Module}.call({code.Inputs[0]}, {code.Tied})";
}
