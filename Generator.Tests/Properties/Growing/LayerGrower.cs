using NeuralDsl.Declaration;
using NeuralDsl.Shapes;
using static NeuralDsl.Generator.Tests.Properties.Attributes;

namespace NeuralDsl.Generator.Tests.Properties.Growing;

/// <summary>Grows layers of one value: linear, convolutions, pools, activations, joins.</summary>
internal sealed class LayerGrower(Choices choices)
{
    private readonly ShapeGrower shapes = new(choices);

    public AttributeDeclaration Create(TensorType type, IReadOnlyList<GrownValue> values, RandomModel model)
    {
        var shape = type.Shape;
        var rank = shape.Rank;
        var choice = choices.Next(100);
        if (choice < 30 && rank is 3 or 4)
            return Spatial(rank - 2, shape, model);
        return (choice % 30) switch
        {
            < 3 => New(choices.Pick("ReLU", "Sigmoid", "Tanh", "GELU", "SiLU", "ELU", "LeakyReLU", "Softplus", "Dropout")),
            3 => New(choices.Pick("Softmax", "LogSoftmax"), ("axis", choices.Axis(rank))),
            < 7 => New("Linear", ("outFeatures", choices.Size(model, 8)), ("In", choices.OneIn(6) ? Choices.Written(model, shape.Rank > 0 ? shape[-1] : 1) : null), ("Bias", choices.OneIn(4) ? false : null)),
            7 => New("Unsqueeze", ("axis", choices.Axis(rank + 1))),
            8 => shapes.Squeeze(shape),
            9 => New("Flatten", ("start", choices.Axis(rank)), ("end", choices.OneIn(2) ? choices.Axis(rank) : null)),
            10 => New("Flatten"),
            < 13 => New("Permute", ("axes", rank == 0 ? null : choices.Permutation(rank))),
            13 => New("Select", ("axis", choices.Axis(rank)), ("index", Index(shape))),
            14 => New("Slice", ("axis", choices.Axis(rank)), ("start", (long)choices.Next(2)), ("end", (long)choices.Next(1, 6)), ("Step", choices.OneIn(3) ? 2L : null)),
            15 => rank > 2 ? New("Last") : New("Tanh"),
            16 or 17 => shapes.Reshape(shape),
            18 or 19 => shapes.Unflatten(shape, model),
            < 23 => shapes.Einops(shape, model),
            < 26 => New(choices.Pick("Add", "Multiply"), ("values", choices.Others(type, values, choices.Next(1, 3)))),
            26 => New("Concat", ("values", choices.Others(type, values, choices.Next(2, 4))), ("Axis", choices.Next(3) > 0 ? choices.Axis(rank) : null)),
            27 => New("Stack", ("values", choices.Others(type, values, choices.Next(2, 4))), ("Axis", choices.Axis(rank + 1))),
            28 => New("MatMul", ("value", choices.Others(type, values, 1))),
            _ => New(choices.Pick("BatchNorm1d", "BatchNorm2d")),
        };
    }

    private AttributeDeclaration Spatial(int dimensions, Shape shape, RandomModel model) => choices.Next(8) switch
    {
        < 3 => New(
            $"Conv{dimensions}d", ("outChannels", choices.Size(model, 8)), ("kernel", choices.Size(model, 3)), ("Stride", choices.OneIn(3) ? choices.Size(model, 2) : null),
            ("Padding", choices.OneIn(2) ? choices.Padding(model) : null), ("Dilation", choices.OneIn(5) ? 2L : null), ("Groups", choices.OneIn(4) ? choices.Size(model, 3) : null),
            ("Bias", choices.OneIn(3) ? false : null), ("In", choices.OneIn(8) ? Choices.Written(model, shape[1]) : null)),
        3 or 4 => New(
            $"{choices.Pick("Max", "Avg")}Pool{dimensions}d", ("kernel", choices.Size(model, 3)), ("Stride", choices.OneIn(2) ? choices.Size(model, 2) : null), ("Padding", choices.OneIn(3) ? choices.Padding(model) : null)),
        5 => New($"AdaptiveAvgPool{dimensions}d", ("output", choices.Size(model, 3))),
        _ => New($"BatchNorm{dimensions}d", ("Affine", choices.OneIn(3) ? false : null)),
    };

    private long Index(Shape shape) => choices.Next(-2, shape.Rank > 0 && shape[-1].Constant is > 2 ? 3 : 2);
}
