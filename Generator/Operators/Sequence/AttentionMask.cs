using NeuralDsl.Passes;
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

    /// <summary>Gives the gradients of queries, keys and values, of a call that has them and that of the scores as a tuple, and those of the masks that are numbers.</summary>
    /// <param name="code">The code around the attention.</param>
    /// <param name="backward">The call.</param>
    /// <param name="inputs">Which inputs are queries, keys and values.</param>
    /// <param name="first">The first input that is a mask.</param>
    /// <param name="hasAxisOfHeads">Whether what has three axes has one for the heads; else that is a batch, queries and keys.</param>
    public static void GiveOfAll(GradientCode code, Code backward, IReadOnlyList<int> inputs, int first, bool hasAxisOfHeads)
    {
        var gradients = code.LetAll(backward, [.. new[] { "Query", "Key", "Value", "Scores" }.Select(word => $"d{CSharp.Pascal(code.Name)}{word}")]);
        for (var i = 0; i < inputs.Count; i++)
            code.Give(inputs[i], gradients[i]);
        for (var mask = first; mask < code.Inputs.Count; mask++)
        {
            if (!code.Types.Inputs[mask].IsFloatingPoint || !code.IsWanted(mask))
                continue;
            var scores = hasAxisOfHeads || code.Types.Inputs[mask].Shape.Rank != 3 ? gradients[3] : code.Let($"{code.Name}OfHeads", null, $"{gradients[3]}.sum(1L)");
            code.GiveView(mask, scores, $"{CSharp.Kernels}.SumTo({scores}, {code.Inputs[mask]})");
        }
    }

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
