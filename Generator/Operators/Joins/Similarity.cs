using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Operators.ShapeOperators;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Joins;

/// <summary>How alike or how far apart the vectors along an axis of two values of one shape are.</summary>
/// <param name="Function">The function.</param>
/// <param name="Other">The second value.</param>
/// <param name="Axis">The axis of the vectors, which goes away.</param>
/// <param name="KeepsAxis">Whether it stays, with size 1.</param>
/// <param name="Numbers">The function's arguments after the values.</param>
internal sealed record Similarity(string Function, ValueNames Other, long Axis, bool KeepsAxis, EquatableArray<string> Numbers) : FunctionLayer
{
    private const string Argument = "value";

    public static Similarity ReadCosine(ArgumentReader arguments)
    {
        var axis = arguments.Integer("Axis", 1);
        return new(
            "cosine_similarity", arguments.Names(Argument, maximum: 1), axis, KeepsAxis: false,
            [CSharp.Number(axis), arguments.Number("Eps", 1e-8, NumberRange.NotNegative).Text]);
    }

    public static Similarity ReadDistance(ArgumentReader arguments)
    {
        var keepsAxis = arguments.Flag("KeepDim", false);
        return new(
            "pairwise_distance", arguments.Names(Argument, maximum: 1), Axis: -1, keepsAxis,
            [arguments.Number("P", 2, NumberRange.NotNegative).Text, arguments.Number("Eps", 1e-6, NumberRange.NotNegative).Text, .. CSharp.Named("keepdim", keepsAxis, omitted: false)]);
    }

    public override ValueNames Values => Other;

    public override TensorType? Infer(LayerCheck check)
    {
        var (left, right) = (check.Inputs[0], check.Inputs[1]);
        if (!check.IsFloatingPoint())
            return null;
        if (left.DType != right.DType)
            return check.Fail(Rules.WrongDType, Argument, check.Title, $"values of one dtype, here {left.DType},", right.ToString(), check.Paths);
        Fault Differ() => check.At(Rules.JoinedShapes, Argument, check.Title, left.Shape.ToDisplay(), right.Shape.ToDisplay(), check.Paths);
        if (left.Shape.Rank != right.Shape.Rank || !left.Shape.HasNamesOf(right.Shape))
            return check.Fail(Differ());
        if (AxisOperator.Resolve(check, "Axis", Axis) is not { } at)
            return null;
        if (!Enumerable.Range(0, left.Shape.Rank).All(axis => check.Require(left.Shape[axis], Relation.Equal, right.Shape[axis], Differ)))
            return null;
        var axes = left.Shape.Axes;
        return left with { Shape = new([.. axes.Take(at), .. KeepsAxis ? [new Axis(1)] : Array.Empty<Axis>(), .. axes.Skip(at + 1)]) };
    }

    /// <summary>Of distances; how a cosine's gradient is cut at short vectors, engines differ.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => Function != "pairwise_distance" ? null : code =>
    {
        var (a, b) = (code.Inputs[0], code.Inputs[1]);
        var y = code.Make(Code.Of(Functional(Function, [a.Name, b.Name, .. Numbers]), code.Inputs));
        code.Backward(dy =>
        {
            Local Along(Local kept, string name) => KeepsAxis ? code.View(kept, name, null, $"{kept}.squeeze(-1)") : kept;
            var gradient = code.Let(
                $"d{CSharp.Pascal(code.Name)}Difference", types.Input.Shape.ToDisplay(),
                $"{CSharp.Kernels}.DistanceBackward({Along(dy, "along")}, {a}, {b}, {Along(y, "distances")}, {Numbers[0]}, {Numbers[1]})");
            code.Give(0, gradient);
            code.Give(1, $"{gradient}.neg()", (gradient, $"{gradient}.neg_()"));
        });
    };

    public override string Call(LayerCode code) => Functional(Function, [code.Inputs[0], code.Inputs[1], .. Numbers]);
}
