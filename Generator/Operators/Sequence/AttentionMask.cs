using NeuralDsl.Differentiation;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>What an attention is told of the scores: which do not count, or a number that is added.</summary>
/// <param name="Parameter">The module's parameter.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Names">The value, in the argument that names it.</param>
internal sealed record AttentionMask(string Parameter, AttentionMaskKind Kind, ValueNames Names)
{
    /// <summary>Those that the user gives, in the order of <paramref name="masks"/>.</summary>
    public static IEnumerable<AttentionMask> Read(ArgumentReader arguments, params (string Argument, string Parameter, AttentionMaskKind Kind)[] masks) => masks
        .Where(mask => arguments.Has(mask.Argument))
        .Select(mask => new AttentionMask(mask.Parameter, mask.Kind, arguments.Names(mask.Argument, maximum: 1)));

    /// <summary>Whether the inputs from an index on, the masks, are truth values.</summary>
    public static bool AreTruthValues(LayerTypes types, int first) => types.Inputs.Skip(first).All(type => type.DType == DType.Bool);

    /// <summary>Masks as named arguments, each after a comma.</summary>
    public static Code Pass(IEnumerable<(string Parameter, Local Local)> masks) =>
        Code.Of(string.Concat(masks.Select(mask => $", {mask.Parameter}: {mask.Local}")), masks.Select(mask => mask.Local));

    /// <summary>Whether a value is one; reports it otherwise.</summary>
    public bool Fits(LayerCheck check, int input, Axis batch, Dim heads, Axis queries, Axis keys)
    {
        if (Kind == AttentionMaskKind.KeyPadding)
            return check.Takes(input, Names, stretches: false, new TensorType(DType.Bool, new([batch, keys])));
        Shape[] shapes = [new([queries, keys]), new([batch, queries, keys]), new([batch, new(heads), queries, keys])];
        DType[] dtypes = Kind == AttentionMaskKind.Bias ? [check.Input.DType] : [DType.Bool, check.Input.DType];
        return check.Takes(input, Names, stretches: true, [.. dtypes.SelectMany(dtype => shapes.Select(shape => new TensorType(dtype, shape)))]);
    }
}

/// <summary>The kinds of masks.</summary>
internal enum AttentionMaskKind
{
    /// <summary>Truth values of the keys of each sequence.</summary>
    KeyPadding,

    /// <summary>Truth values or numbers of queries and keys.</summary>
    Mask,

    /// <summary>Numbers of queries and keys.</summary>
    Bias,
}
