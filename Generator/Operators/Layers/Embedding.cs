using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A learned vector for every index.</summary>
internal sealed record Embedding(Dim Rows, Dim Dims) : ModuleLayer
{
    public static Embedding Read(ArgumentReader arguments) => new(arguments.Size("rows"), arguments.Size("dims"));

    public override string ModuleType => "Embedding";

    public override TensorType? Infer(LayerCheck check) => check.Input.DType == DType.Int64
        ? new(DType.Float32, new([.. check.Shape.Axes, new Axis(Dims)]))
        : check.Fail(Rules.WrongDType, null, check.Title, "Int64 indices", check.Input.ToString(), check.Path);

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => [new("weight", [Rows, Dims])];

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size)
    {
        yield return size(Rows);
        yield return size(Dims);
    }
}
