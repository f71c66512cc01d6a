using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Joins;

/// <summary>Every product of a feature of one value and a feature of another, weighted and summed.</summary>
internal sealed record Bilinear(Dim Out, ValueNames Other, bool Bias) : ModuleLayer
{
    private const string Argument = "value";

    public static Bilinear Read(ArgumentReader arguments) => new(arguments.Size("outFeatures"), arguments.Names(Argument, maximum: 1), arguments.Flag("Bias", true));

    public override ValueNames Values => Other;

    public override string ModuleType => "Bilinear";

    public override TensorType? Infer(LayerCheck check)
    {
        var (left, right) = (check.Inputs[0], check.Inputs[1]);
        if (!check.IsFloatingPoint())
            return null;
        if (left.DType != right.DType)
            return check.Fail(Rules.WrongDType, Argument, check.Title, $"values of one dtype, here {left.DType},", right.ToString(), check.Paths);
        Fault Differ() => check.At(Rules.JoinedShapes, Argument, check.Title, left.Shape.ToDisplay(), right.Shape.ToDisplay(), check.Paths);
        var rank = left.Shape.Rank;
        if (rank == 0 || rank != right.Shape.Rank)
            return check.Fail(Differ());
        if (!Enumerable.Range(0, rank - 1).All(axis => check.Require(left.Shape[axis], Relation.Equal, right.Shape[axis], Differ)))
            return null;
        return check.Features(-1, "features", declared: null) is null || check.Features(-1, "features", declared: null, input: 1) is null
            ? null
            : left with { Shape = left.Shape.With(-1, Out) };
    }

    public override Encoding? Encode(LayerTypes types, int output) => Encoding.Anything;

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => throw new NotSupportedException("Both inputs decide.");

    public override EquatableArray<ParameterSpec> Parameters(LayerTypes types)
    {
        var weight = new ParameterSpec("weight", [Out, types.Inputs[0].Shape[-1], types.Inputs[1].Shape[-1]]);
        return Bias ? [weight, new("bias", [Out])] : [weight];
    }

    public override Dim MultiplyAccumulates(LayerTypes types) => types.Output.Shape.Elements * types.Inputs[0].Shape[-1] * types.Inputs[1].Shape[-1];

    /// <summary>Of y = Σ aᵢ·Wᵢⱼ·bⱼ: with dy·W as matrices, their products with b and a; dW = Σ dy·aᵢ·bⱼ.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make($"{code.Module}.call({Code.Join(code.Inputs)})");
        code.Backward(dy =>
        {
            var gradients = code.LetAll(
                $"{CSharp.Kernels}.BilinearBackward({code.Module}, {dy}, {Code.Join(code.Inputs)})", [.. code.Inputs.Select((_, i) => $"d{CSharp.Pascal(code.NameOf(i))}")]);
            code.Give(0, gradients[0]);
            code.Give(1, gradients[1]);
        });
    };

    public override IEnumerable<string> FactoryArguments(TensorType input, Func<Dim, string> size) => throw new NotSupportedException("Both inputs decide.");

    public override IEnumerable<string> FactoryArguments(LayerTypes types, Func<Dim, string> size) =>
        [size(types.Inputs[0].Shape[-1]), size(types.Inputs[1].Shape[-1]), size(Out), .. CSharp.Named("hasBias", Bias, omitted: true)];
}
