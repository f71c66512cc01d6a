using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Columns as the windows of an image, summed where they overlap.</summary>
/// <param name="Output">The sizes of the image in the language's notation.</param>
/// <param name="Window">The window.</param>
internal sealed record Fold(string Output, Window Window) : FunctionLayer
{
    public static Fold? Read(ArgumentReader arguments)
    {
        var window = Unfold.ReadWindow(arguments);
        if (arguments.Text("output") is null)
            return new($"{arguments.Size("output")}", window);
        return arguments.Shape("output") is null ? null : new(arguments.Text("output")!, window);
    }

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check)
    {
        var output = ShapeParser.Parse(Output);
        if (output.Rank is not (1 or 2))
            return check.Fail(Rules.InvalidArgument, "output", "output", check.Title, "one size, or 2 sizes with blanks between", $"\"{Output}\"");
        if (!check.IsFloatingPoint() || !check.HasLayout("N C L") || !check.Knows(output, "output", Output))
            return null;
        var (height, width) = (output.Axes[0], output.Axes[output.Rank - 1]);
        var (elements, places) = (Window.Kernel.Product, Window.Places(height.Size, 0) * Window.Places(width.Size, 1));
        Fault WrongPlaces() => check.At(
            Rules.ReshapedElements, "output", check.Title, $"[{height.Size},{width.Size}]", $"{places} windows of", check.Shape.ToDisplay(), $"{check.Shape[2]} columns", check.Path);
        return check.Require(check.Shape[1], Relation.DividedBy, elements, () => check.At(
                Rules.IndivisibleAxis, "kernel", check.Title, elements.Text, check.Shape[1].Text, check.Path))
            && check.Require(check.Shape[2], Relation.Equal, places, WrongPlaces)
            ? check.Input with { Shape = new([check.Shape.Axes[0], new Axis(check.Simplify(check.Shape[1] / elements)), height, width]) }
            : null;
    }

    /// <summary>Each window has the gradient of its place.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        var (shape, window) = (types.Output.Shape, string.Join(", ", Unfold.WindowArguments(Window, code.Size)));
        code.Make($"{CSharp.Functional}.fold({code.Input}, ({code.Size(shape[2])}, {code.Size(shape[3])}), {window})");
        code.Backward(dy => code.Give(0, $"{CSharp.Functional}.unfold({dy}, {window})"));
    };

    public override string Call(LayerCode code)
    {
        var shape = code.Types.Output.Shape;
        return Functional("fold", [code.Inputs[0], $"({code.Size(shape[2])}, {code.Size(shape[3])})", .. Unfold.WindowArguments(Window, code.Size)]);
    }
}
