using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>Adds a learned vector for every position.</summary>
/// <param name="Positions">The number of positions that have one.</param>
/// <param name="Offset">The row of the first position.</param>
internal sealed record PositionEmbedding(Dim Positions, Dim Offset) : ModuleLayer
{
    public static PositionEmbedding Read(ArgumentReader arguments) => new(arguments.Size("positions"), arguments.Size("Offset", 0, minimum: 0));

    public override string ModuleType => "Embedding";

    public override bool IsCalled => false;

    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || !check.HasAxes("N T d") || check.Features(-1, "features", declared: null) is null)
            return null;
        var needed = check.Shape[1] + Offset;
        return check.Require(Positions, Relation.AtLeast, needed, () => check.At(
            Rules.InvalidArgument, "positions", "positions", check.Title, $"at least {needed}", Positions.Text)) ? check.Input : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => [new("weight", [Positions, input.Shape[-1]])];

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) => [size(Positions), size(input.Shape[-1])];

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var shape = types.Output.Shape;
        var positions = code.Keep("Positions", $"{code.Module}.weight!.narrow(0, {code.Size(Offset)}, {code.Size(shape[1])})");
        code.Make($"{code.Input} + {positions}", (code.Input, $"{code.Input}.add_({positions})"));
        code.Backward(dy =>
        {
            if (code.Learns)
                code.Do($"{CSharp.ParameterGradient}.AddPositions({code.Module}.weight!, {code.Size(Offset)}, {dy})");
            code.Give(0, dy);
        });
    };

    public override void Write(LayerCode code)
    {
        var shape = code.Types.Output.Shape;
        var positions = code.Temporary(
            "positions", $"{code.Module}.weight!.narrow(0, {code.Size(Offset)}, {code.Size(shape[1])})", new Shape(shape.Axes.Skip(1)).ToDisplay());
        code.Line($"var {code.Name} = {code.Inputs[0]} + {positions};", shape.ToDisplay());
    }
}
