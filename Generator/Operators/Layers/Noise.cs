using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Draws from the standard normal distribution.</summary>
internal sealed record Noise(string Drawn) : FunctionLayer
{
    public static Noise? Read(ArgumentReader arguments) => arguments.Shape("shape") is null ? null : new(arguments.Text("shape")!);

    public override bool TakesCurrent => false;

    public override TensorType? Infer(LayerCheck check)
    {
        var shape = ShapeParser.Parse(Drawn);
        return check.Knows(shape, "shape", Drawn) ? new(DType.Float32, shape) : null;
    }

    public override string Call(LayerCode code) =>
        $"global::NeuralDsl.Noise.Normal(this, {string.Join(", ", code.Types.Output.Shape.Axes.Select(axis => code.Size(axis.Size)))})";
}
