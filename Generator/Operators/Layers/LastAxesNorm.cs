using NeuralDsl.Collections;
using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Normalization over the last axes.</summary>
/// <param name="Axes">How many axes.</param>
/// <param name="Affine">Whether each of their elements has a learned scale.</param>
internal abstract record LastAxesNorm(long Axes, bool Affine) : ModuleLayer
{
    public override TensorType? Infer(LayerCheck check)
    {
        if (!check.IsFloatingPoint())
            return null;
        if (check.Shape.Rank < Axes)
            return check.Fail(Rules.WrongRank, null, check.Title, $"at least {(Axes == 1 ? "1 axis" : $"{Axes} axes")}", check.Shape.ToDisplay(), check.Path);
        return Enumerable.Range(1, (int)Axes).All(axis => check.Features(-axis, "features", declared: null) is not null) ? check.Input : null;
    }

    public override EquatableArray<ParameterSpec> Parameters(TensorType input) => Affine ? [new("weight", Sizes(input))] : [];

    protected EquatableArray<Dim> Sizes(TensorType input) => input.Shape.Axes.Skip(input.Shape.Rank - (int)Axes).Select(axis => axis.Size).ToEquatableArray();

    /// <summary>Their sizes as C#: a number, or an array of several.</summary>
    protected string Write(TensorType input, Func<Dim, string> size) => new AxisSizes(Sizes(input)) is { Sizes.Count: 1 } single ? size(single[0]) : new AxisSizes(Sizes(input)).ToArray(size);

    /// <summary>The number of axes that an attribute gives.</summary>
    protected static long ReadAxes(ArgumentReader arguments) => arguments.Integer("Axes", 1, minimum: 1);
}
