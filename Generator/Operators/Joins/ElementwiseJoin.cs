using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Joins;

/// <summary>Joins values of one shape element by element: a sum, a product, a maximum. Only an axis that is written as 1 is stretched.</summary>
/// <param name="Symbol">C#'s operator, or the name of a tensor's method.</param>
/// <param name="Others">The named values that join the current one.</param>
internal sealed record ElementwiseJoin(string Symbol, ValueNames Others) : FunctionLayer
{
    public static ElementwiseJoin Read(ArgumentReader arguments, string symbol) => new(symbol, arguments.Names("values"));

    public override ValueNames Values => Others;

    public override TensorType? Infer(LayerCheck check)
    {
        var joined = check.Input;
        // A quotient of whole numbers is none.
        if (Symbol == "/" && !check.IsFloatingPoint())
            return null;
        foreach (var other in check.Inputs.Skip(1))
        {
            if (other.DType != joined.DType)
                return check.Fail(Rules.WrongDType, "values", check.Title, $"values of one dtype, here {joined.DType},", other.ToString(), check.Paths);
            if (Join(check, joined.Shape, other.Shape) is not { } shape)
                return null;
            joined = joined with { Shape = shape };
        }
        return joined;
    }

    public override string Call(LayerCode code) => Join(code.Inputs);

    private string Join(IEnumerable<string> values) =>
        values.Aggregate((left, right) => char.IsLetter(Symbol[0]) ? $"{left}.{Symbol}({right})" : $"{left} {Symbol} {right}");

    private static Shape? Join(LayerCheck check, Shape left, Shape right)
    {
        Fault Differ() => check.At(Rules.JoinedShapes, "values", check.Title, left.ToDisplay(), right.ToDisplay(), check.Paths);
        if (left.Rank != right.Rank || !left.HasNamesOf(right))
        {
            check.Fail(Differ());
            return null;
        }
        var axes = new List<Axis>();
        for (var axis = 0; axis < left.Rank; axis++)
        {
            if (left[axis].Constant != 1 && right[axis].Constant != 1 && !check.Require(left[axis], Relation.Equal, right[axis], Differ))
                return null;
            axes.Add(left[axis].Constant == 1 ? right.Axes[axis] : left.Axes[axis]);
        }
        return new(axes);
    }
}
