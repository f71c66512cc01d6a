using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.ShapeOperators;

/// <summary>Puts the axes in another order.</summary>
internal sealed record Permute(EquatableArray<long> Order) : UnaryLayer
{
    public static Permute Read(ArgumentReader arguments)
    {
        var order = arguments.Integers("axes");
        if (!order.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(0, order.Count).Select(axis => (long)axis)))
            arguments.Refuse("axes", "every axis from 0 once", string.Join(", ", order));
        return new(order);
    }

    public override TensorType? Infer(LayerCheck check) => Order.Count == check.Shape.Rank
        ? check.Input with { Shape = new(Order.Select(axis => check.Shape.Axes[(int)axis])) }
        : check.Fail(Rules.WrongRank, "axes", check.Title, $"{Order.Count} axes", check.Shape.ToDisplay(), check.Path);

    public override Encoding? Encode(LayerTypes types, int output) => types.Input.Encoding?.Permuted([.. Order.Select(axis => (int)axis)]);

    public override Dim Activations(LayerTypes types) => 0;

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.MakeView(code.Input, Called(code));
        code.Backward(dy => code.GiveView(0, dy, $"{dy}.permute({string.Join(", ", Enumerable.Range(0, Order.Count).Select(axis => Order.ToList().IndexOf(axis)))})"));
    };

    protected override string Call(string input) => $"{input}.permute({string.Join(", ", Order)})";
}
