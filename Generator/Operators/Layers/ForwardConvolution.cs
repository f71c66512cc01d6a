using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Convolution over <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>.</summary>
/// <param name="PaddingMode">What stands in the padding; the name of a member of TorchSharp's <c>PaddingModes</c>.</param>
internal sealed record ForwardConvolution(int Dimensions, Dim Out, Dim? In, Window Window, Dim Groups, bool Bias, string Normalization, string PaddingMode)
    : Convolution(Dimensions, Out, In, Window, Groups, Bias, Normalization)
{
    private const string Zeros = "Zeros";

    public static ForwardConvolution Read(ArgumentReader arguments, int dimensions)
    {
        var padding = arguments.Text("Padding");
        var none = AxisSizes.Same(0, dimensions);
        var window = new Window(
            arguments.SizePerAxis("kernel", dimensions),
            arguments.SizePerAxis("Stride", dimensions),
            padding is "same" or "valid" ? none : arguments.SizePerAxis("Padding", dimensions, none, minimum: 0),
            arguments.SizePerAxis("Dilation", dimensions),
            KeepsSize: padding == "same");
        return new(
            dimensions,
            arguments.Size("outChannels"),
            arguments.OptionalSize("In"),
            window,
            arguments.Size("Groups"),
            arguments.Flag("Bias", true),
            ReadNormalization(arguments),
            arguments.Member("PaddingMode", Zeros));
    }

    public override string ModuleType => $"Conv{Dimensions}d";

    public override Dim MultiplyAccumulates(LayerTypes types) =>
        types.Output.Shape.Elements * (InChannels(types.Input) / Groups) * Window.Kernel.Product;

    protected override IEnumerable<(string Name, AxisSizes Sizes, long Omitted)> Sizes => Window.KeepsSize ? [("dilation", Window.Dilation, 1)] : base.Sizes;

    protected override IEnumerable<string> MoreArguments =>
    [
        .. Window.KeepsSize ? ["padding: global::TorchSharp.Padding.Same"] : Array.Empty<string>(),
        .. PaddingMode == Zeros ? Array.Empty<string>() : [$"padding_mode: global::TorchSharp.PaddingModes.{PaddingMode}"],
    ];

    /// <summary>Whether the engine's function takes any weight in place of the layer's.</summary>
    public bool TakesWeights => IsPlain && !Window.KeepsSize && PaddingMode == Zeros;

    /// <summary>Whether the weights of an output channel are no more than the values of that channel in an example.</summary>
    public bool IsSmallerThan(LayerTypes types)
    {
        var values = types.Output.Shape.Axes.Skip(2).Aggregate((Dim)1, (product, axis) => product * axis.Size);
        var weights = InChannels(types.Input) / Groups * Window.Kernel.Product;
        return !(weights.Constant > values.Constant);
    }

    protected override EquatableArray<Dim> WeightChannels(TensorType input) => [Out, InChannels(input) / Groups];

    protected override Shape? Resize(LayerCheck check) =>
        (!Window.KeepsSize || StandsEverywhere(check)) && HasMirror(check) ? Window.Slide(check) : null;

    private bool StandsEverywhere(LayerCheck check) => Window.Stride.Sizes.All(stride => check.Require(stride, Relation.Equal, 1, () => check.At(
        Rules.InvalidArgument, "Stride", "Stride", check.Title, "1 where Padding is \"same\"", Window.Stride.ToString())));

    /// <summary>A reflection must have as much to mirror as is added, and a circle cannot be gone round twice.</summary>
    private bool HasMirror(LayerCheck check)
    {
        if (PaddingMode is not ("Reflect" or "Circular"))
            return true;
        for (var axis = 0; axis < Dimensions; axis++)
        {
            var (size, added) = (check.Shape[axis + 2], Window.PaddingOf(axis).After);
            if (!check.Require(size, Relation.AtLeast, PaddingMode == "Reflect" ? added + 1 : added, () => check.At(
                Rules.InvalidArgument, "Padding", "Padding", check.Title, $"{(PaddingMode == "Reflect" ? "below" : "at most")} the size of the axis ({size})", added.Text)))
            {
                return false;
            }
        }
        return true;
    }
}
