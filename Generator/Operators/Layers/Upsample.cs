using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Resizes the axes after batch and channels, to sizes or by factors.</summary>
/// <param name="Size">The sizes in the language's notation; null where factors are given.</param>
/// <param name="Factors">The factors, one for all axes or one each; empty where sizes are given.</param>
/// <param name="Mode">How elements between others are made; the name of a member of TorchSharp's <c>InterpolationMode</c>.</param>
/// <param name="AlignsCorners">Whether the corners' centers stay, rather than the corners.</param>
internal sealed record Upsample(string? Size, EquatableArray<double> Factors, string Mode, bool AlignsCorners) : FunctionLayer
{
    private static readonly Dictionary<string, int> DimensionsOf = new() { ["Linear"] = 1, ["Bilinear"] = 2, ["Bicubic"] = 2, ["Trilinear"] = 3 };

    public static Upsample? Read(ArgumentReader arguments)
    {
        if (arguments.Has("Size") == arguments.Has("ScaleFactor"))
        {
            arguments.Report(new(
                Rules.InvalidArgument, arguments.Whole, "Size or ScaleFactor", arguments.Operator, "given", arguments.Has("Size") ? "given twice" : "missing"));
            return null;
        }
        var mode = arguments.Member("Mode", "Nearest");
        var alignsCorners = arguments.Flag("AlignCorners", false);
        if (alignsCorners && !DimensionsOf.ContainsKey(mode))
            arguments.Refuse("AlignCorners", $"false where Mode is {mode}", "true");
        if (arguments.Has("ScaleFactor"))
            return new(null, arguments.Numbers("ScaleFactor", NumberRange.Positive), mode, alignsCorners);
        if (arguments.Text("Size") is null)
            return new(arguments.Size("Size").Text, [], mode, alignsCorners);
        return arguments.Shape("Size") is null ? null : new(arguments.Text("Size")!, [], mode, alignsCorners);
    }

    public override bool IsCalled => true;

    public override TensorType? Infer(LayerCheck check)
    {
        var dimensions = DimensionsOf.TryGetValue(Mode, out var number) ? number : Math.Max(1, Math.Min(3, check.Shape.Rank - 2));
        if (!check.IsFloatingPoint() || !check.HasLayout(Window.Layout(dimensions)))
            return null;
        var sizes = Size is null ? Scale(check, dimensions) : Resize(check, dimensions);
        if (sizes is null)
            return null;
        var shape = check.Shape;
        for (var axis = 0; axis < dimensions; axis++)
            shape = shape.With(axis + 2, sizes[axis]);
        return check.Input with { Shape = shape };
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        code.Make(Code.Of(Call(code.Input.Name, types.Output.Shape, code.Size), [code.Input]));
        string[] options = [EngineMode, .. CSharp.Named("alignCorners", AlignsCorners, omitted: false), .. Size is null ? [$"factors: {Scales(types.Output.Shape)}"] : Array.Empty<string>()];
        code.Backward(dy => code.Give(0, $"{CSharp.Kernels}.UpsampleBackward({dy}, {code.Input}, {string.Join(", ", options)})"));
    };

    public override string Call(LayerCode code) => Call(code.Inputs[0], code.Types.Output.Shape, code.Size);

    private string Call(string input, Shape shape, Func<Dim, string> write)
    {
        string[] sizes = Size is null
            ? ["null", Scales(shape)]
            : [new AxisSizes(shape.Axes.Skip(2).Select(axis => axis.Size).ToEquatableArray()).ToArray(write), "null"];
        return Functional("interpolate", [input, .. sizes, EngineMode, .. AlignsCorners ? ["true"] : Array.Empty<string>()]);
    }

    private string EngineMode => $"global::TorchSharp.torch.InterpolationMode.{Mode}";

    /// <summary>The factor of each axis.</summary>
    private string Scales(Shape shape) => $"[{string.Join(", ", (Factors.Count == 1 ? Enumerable.Repeat(Factors[0], shape.Rank - 2) : Factors).Select(CSharp.Number))}]";

    private Dim[]? Resize(LayerCheck check, int dimensions)
    {
        var target = ShapeParser.Parse(Size!);
        if (target.Rank != 1 && target.Rank != dimensions)
        {
            check.Fail(Rules.InvalidArgument, "Size", "Size", check.Title, $"one size, or {dimensions} sizes with blanks between", $"\"{Size}\"");
            return null;
        }
        return check.Knows(target, "Size", Size!) ? [.. Enumerable.Range(0, dimensions).Select(axis => target[target.Rank == 1 ? 0 : axis])] : null;
    }

    private Dim[]? Scale(LayerCheck check, int dimensions)
    {
        if (Factors.Count != 1 && Factors.Count != dimensions)
        {
            check.Fail(
                Rules.InvalidArgument, "ScaleFactor", "ScaleFactor", check.Title, $"one factor, or {dimensions} with blanks between",
                string.Join(" ", Factors.Select(CSharp.Number)));
            return null;
        }
        var sizes = new Dim[dimensions];
        for (var axis = 0; axis < dimensions; axis++)
        {
            var (size, factor) = (check.Shape[axis + 2], Factors[Factors.Count == 1 ? 0 : axis]);
            if (Multiply(size, factor) is not { } scaled)
            {
                check.Fail(
                    Rules.InvalidArgument, "ScaleFactor", "ScaleFactor", check.Title,
                    $"a whole number of halves, quarters or eighths where a size is a symbol ({size})", CSharp.Number(factor));
                return null;
            }
            var at = axis + 2;
            if (!check.Require(scaled, Relation.AtLeast, 1, () => check.At(
                Rules.EmptyOutput, "ScaleFactor", check.Title, CSharp.Number(at), size.Text, $"a factor of {CSharp.Number(factor)}", check.Path)))
            {
                return null;
            }
            sizes[axis] = scaled;
        }
        return sizes;
    }

    /// <summary>The product, rounded down as libtorch rounds it; null where a factor that no binary number is exactly meets a symbol.</summary>
    private static Dim? Multiply(Dim size, double factor)
    {
        const int Parts = 8;
        if (size.Constant is { } number)
            return (long)Math.Floor(number * factor);
        return factor * Parts % 1 == 0 ? size * (long)(factor * Parts) / Parts : null;
    }
}
