using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Transposed convolution, which is the gradient of a convolution with respect to its input.</summary>
/// <param name="OutputPadding">Added to the sizes of the output, of which several give the same input of the convolution.</param>
internal sealed record TransposedConvolution(
    int Dimensions, Dim Out, Dim? In, Window Window, Dim Groups, bool Bias, string Normalization, AxisSizes OutputPadding)
    : Convolution(Dimensions, Out, In, Window, Groups, Bias, Normalization)
{
    public static TransposedConvolution Read(ArgumentReader arguments, int dimensions)
    {
        var window = new Window(
            arguments.SizePerAxis("kernel", dimensions),
            arguments.SizePerAxis("Stride", dimensions),
            arguments.SizePerAxis("Padding", dimensions, fallback: 0, minimum: 0),
            arguments.SizePerAxis("Dilation", dimensions));
        var outputPadding = arguments.SizePerAxis("OutputPadding", dimensions, fallback: 0, minimum: 0);
        // libtorch refuses it: more would be a whole step.
        for (var axis = 0; axis < dimensions && !arguments.HasFaults; axis++)
        {
            if (outputPadding[axis].Constant >= window.Stride[axis].Constant && outputPadding[axis].Constant >= window.Dilation[axis].Constant)
                arguments.Refuse("OutputPadding", "below the stride or the dilation", outputPadding.ToString());
        }
        return new(
            dimensions, arguments.Size("outChannels"), arguments.OptionalSize("In"), window, arguments.Size("Groups"), arguments.Flag("Bias", true),
            ReadNormalization(arguments), outputPadding);
    }

    public override string ModuleType => $"ConvTranspose{Dimensions}d";

    /// <summary>Every input element meets the kernel of every output channel of its group once.</summary>
    public override Dim MultiplyAccumulates(LayerTypes types) => types.Input.Shape.Elements * (Out / Groups) * Window.Kernel.Product;

    protected override IEnumerable<(string Name, AxisSizes Sizes, long Omitted)> Sizes => [.. base.Sizes, ("output_padding", OutputPadding, 0)];

    protected override EquatableArray<Dim> WeightChannels(TensorType input) => [InChannels(input), Out / Groups];

    protected override int OutputAxis => 1;

    /// <summary><c>(size - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding + 1</c>, as in PyTorch's documentation of ConvTranspose2d.</summary>
    protected override Shape? Resize(LayerCheck check)
    {
        var shape = check.Shape;
        for (var axis = 0; axis < Dimensions; axis++)
        {
            var (at, stride, size) = (axis + 2, Window.Stride[axis], shape[axis + 2]);
            var added = (Window.Dilation[axis] * (Window.Kernel[axis] - 1)) + OutputPadding[axis] - (2 * Window.Padding[axis]);
            // At least 1 comes out where (size - 1)·stride + added is at least 0.
            var least = ((2 * stride) - added - 1) / stride;
            if (!check.Require(size, Relation.AtLeast, least.Constant < 1 ? 1 : least, () => check.At(
                Rules.EmptyOutput, "Padding", check.Title, check.Shape.Axes[at].Name ?? Window.Layout(Dimensions).Split(' ')[at],
                size.Text, $"a padding of {Window.Padding[at - 2]}", check.Path)))
            {
                return null;
            }
            size = ((size - 1) * stride) + added + 1;
            shape = shape.With(at, size);
        }
        return shape;
    }
}
