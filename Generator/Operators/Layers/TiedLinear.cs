using NeuralDsl.Diagnostics;
using NeuralDsl.Graph;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>
/// A linear layer over another layer's weight. It is a function, not a module: a weight that two modules register would be two
/// weights after a move to another device, and one that an optimizer steps twice.
/// </summary>
internal sealed record TiedLinear(Dim Out, Dim? In) : FunctionLayer
{
    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint() || check.Shape.Rank == 0 || check.Features(-1, "features", In) is not { } features)
            return null;
        if (check.FindTied() is not { Count: > 0 } path)
            return null;
        TensorType? Refuse(string why) => check.Fail(Rules.CannotShare, "Tie", check.Title, check.Tie!.Name, why);
        if (path.FirstOrDefault(layer => layer.Node.If is not null) is { } optional)
            return Refuse($"{(path.Count == 1 ? "that one" : $"'{optional.Name}'")} is there for some hyper-parameters only");
        if (TiedWeight.WeightOf(path) is not { Shape: [var rows, var columns] } weight)
            return Refuse("that one has no weight with two axes");
        Fault Differs() => check.At(Rules.CannotShare, "Tie", check.Title, check.Tie!.Name, $"it needs weight [{Out},{features}], and that one has weight {weight.ShapeText}");
        return check.Require(rows, Relation.Equal, Out, Differs) && check.Require(columns, Relation.Equal, features, Differs)
            ? check.Input with { Shape = check.Shape.With(-1, Out) }
            : null;
    }

    public override Encoding? Encode(LayerTypes types, int output) => Encoding.Anything;

    public override Dim MultiplyAccumulates(LayerTypes types) => types.Output.Shape.Elements * types.Input.Shape[-1];

    /// <summary>As of a linear layer, of the other layer's weight.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make($"{CSharp.Functional}.linear({code.Input}, {code.Tied})");
        code.Backward(dy => GiveBack(code, dy, "null"));
    };

    /// <summary>The gradients of the weight, of a bias, and of the input.</summary>
    public static void GiveBack(GradientCode code, Local dy, string bias)
    {
        if (code.Learns)
            code.Do($"{CSharp.ParameterGradient}.AddLinear({code.Tied}, {bias}, {dy}, {code.Input})");
        code.Give(0, $"{dy}.matmul({code.Tied})");
    }

    public override string Call(LayerCode code) => Functional("linear", code.Inputs[0], code.Tied!);
}
