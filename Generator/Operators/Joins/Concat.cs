using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Joins;

/// <summary>Puts the named values one after the other along an axis that they have, or along a new one.</summary>
internal sealed record Concat(bool IsNewAxis, ValueNames Parts, long Axis) : FunctionLayer
{
    public static Concat Read(ArgumentReader arguments, bool isNewAxis) =>
        new(isNewAxis, arguments.Names("values", minimum: 2), arguments.Integer("Axis", isNewAxis ? 0 : 1));

    public override ValueNames Values => Parts;

    public override bool TakesCurrent => false;

    public override TensorType? Infer(LayerCheck check)
    {
        var first = check.Input;
        var rank = first.Shape.Rank + (IsNewAxis ? 1 : 0);
        if (Axis < -rank || Axis >= rank)
            return check.Fail(Rules.AxisOutOfRange, "Axis", "Axis", check.Title, CSharp.Number(Axis), first.Shape.ToDisplay(), CSharp.Number(rank - 1), check.Paths);
        var along = (int)(Axis < 0 ? Axis + rank : Axis);
        var size = IsNewAxis ? check.Inputs.Count : first.Shape[along];
        foreach (var other in check.Inputs.Skip(1))
        {
            if (other.DType != first.DType)
                return check.Fail(Rules.WrongDType, "values", check.Title, $"values of one dtype, here {first.DType},", other.ToString(), check.Paths);
            Fault Differ() => check.At(Rules.JoinedShapes, "values", check.Title, first.Shape.ToDisplay(), other.Shape.ToDisplay(), check.Paths);
            if (other.Shape.Rank != first.Shape.Rank)
                return check.Fail(Differ());
            for (var axis = 0; axis < first.Shape.Rank; axis++)
            {
                if ((IsNewAxis || axis != along) && !check.Require(first.Shape[axis], Relation.Equal, other.Shape[axis], Differ))
                    return null;
            }
            if (!IsNewAxis)
                size += other.Shape[along];
        }
        return first with
        {
            Shape = IsNewAxis
                ? new([.. first.Shape.Axes.Take(along), new Axis(size), .. first.Shape.Axes.Skip(along)])
                : first.Shape.With(along, size),
        };
    }

    /// <summary>Each part gets its part of the gradient.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make(Code.Of(Call(code.Inputs.Select(input => input.Name)), code.Inputs));
        var along = (int)(Axis < 0 ? Axis + types.Output.Shape.Rank : Axis);
        code.Backward(dy =>
        {
            Dim start = 0;
            for (var i = 0; i < code.Inputs.Count; i++)
            {
                if (IsNewAxis)
                {
                    code.GiveView(i, dy, $"{dy}.select({along}, {i})");
                    continue;
                }
                var size = types.Inputs[i].Shape[along];
                code.GiveView(i, dy, $"{dy}.narrow({along}, {code.Size(start)}, {code.Size(size)})");
                start += size;
            }
        });
    };

    public override string Call(LayerCode code) => Call(code.Inputs);

    private string Call(IEnumerable<string> inputs) =>
        $"global::TorchSharp.torch.{(IsNewAxis ? "stack" : "cat")}([{string.Join(", ", inputs)}], {CSharp.Number(Axis)})";
}
