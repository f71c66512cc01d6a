using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Blocks;

/// <summary>A method of the class, whose result is checked against what is declared.</summary>
internal sealed record Apply(string Method, string Shape) : FunctionLayer
{
    public static Apply? Read(ArgumentReader arguments) => arguments.Shape("shape") is null ? null : new(arguments.Text("method") ?? "", arguments.Text("shape")!);

    public override bool TakesAnyNumber => true;

    public override bool HasMode => true;

    public override TensorType? Infer(LayerCheck check)
    {
        var shape = ShapeParser.Parse(Shape);
        return check.Knows(shape, "shape", Shape) ? check.Input with { Shape = shape } : null;
    }

    public override string Call(LayerCode code) => $"{CSharp.Identifier(Method)}({string.Join(", ", code.Inputs)})";

    public override void Write(LayerCode code)
    {
        base.Write(code);
        code.Guard();
    }
}
