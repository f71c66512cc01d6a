using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Blocks;

/// <summary>A hand-written module, whose result is checked against what is declared.</summary>
internal sealed record OwnModule(string TypeName, string Shape) : ModuleLayer
{
    public static OwnModule? Read(ArgumentReader arguments) =>
        arguments.Shape("shape") is null ? null : new(arguments.TypeArgument!.FullName, arguments.Text("shape")!);

    public override string ModuleType => TypeName;

    public override string PropertyType => TypeName;

    public override bool TakesAnyNumber => true;

    public override bool IsCalled => false;

    public override bool HasMode => true;

    public override TensorType? Infer(LayerCheck check)
    {
        var shape = ShapeParser.Parse(Shape);
        return check.Knows(shape, "shape", Shape) ? check.Input with { Shape = shape } : null;
    }

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) => [];

    public override IEnumerable<string> Construct(string target, LayerTypes types, Func<Dim, string> size)
    {
        yield return $"{target} = new {TypeName}();";
    }

    public override void Write(LayerCode code)
    {
        base.Write(code);
        code.Guard();
    }
}
