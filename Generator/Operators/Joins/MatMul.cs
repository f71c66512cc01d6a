using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Joins;

/// <summary>Matrix product of the current value and a named one, over the last two axes: <c>[*, a, b]</c> and <c>[*, b, c]</c> to <c>[*, a, c]</c>.</summary>
internal sealed record MatMul(ValueNames Other) : FunctionLayer
{
    public static MatMul Read(ArgumentReader arguments) => new(arguments.Names("value", maximum: 1));

    public override ValueNames Values => Other;

    public override TensorType? Infer(LayerCheck check)
    {
        var (left, right) = (check.Inputs[0], check.Inputs[1]);
        if (!check.IsFloatingPoint())
            return null;
        if (left.DType != right.DType)
            return check.Fail(Rules.WrongDType, "value", check.Title, $"values of one dtype, here {left.DType},", right.ToString(), check.Paths);
        Fault Differ() => check.At(Rules.JoinedShapes, "value", check.Title, left.Shape.ToDisplay(), right.Shape.ToDisplay(), check.Paths);
        if (left.Shape.Rank < 2 || left.Shape.Rank != right.Shape.Rank)
            return check.Fail(Differ());
        var rank = left.Shape.Rank;
        for (var axis = 0; axis < rank - 2; axis++)
        {
            if (!check.Require(left.Shape[axis], Relation.Equal, right.Shape[axis], Differ))
                return null;
        }
        if (!check.Require(left.Shape[-1], Relation.Equal, right.Shape[-2], Differ))
            return null;
        return left with { Shape = new([.. left.Shape.Axes.Take(rank - 1), right.Shape.Axes[rank - 1]]) };
    }

    public override Dim MultiplyAccumulates(LayerTypes types) => types.Output.Shape.Elements * types.Input.Shape[-1];

    /// <summary>da = dy·bᵀ, db = aᵀ·dy.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var (a, b) = (code.Inputs[0], code.Inputs[1]);
        code.Make($"{a}.matmul({b})");
        code.Backward(dy =>
        {
            Local Transposed(int input) => code.View(code.Inputs[input], $"{code.NameOf(input)}Transposed", null, $"{code.Inputs[input]}.transpose(-2, -1)");
            if (code.IsWanted(0))
                code.Give(0, $"{dy}.matmul({Transposed(1)})");
            if (code.IsWanted(1))
                code.Give(1, $"{Transposed(0)}.matmul({dy})");
        });
    };

    public override string Call(LayerCode code) => $"{code.Inputs[0]}.matmul({code.Inputs[1]})";
}
