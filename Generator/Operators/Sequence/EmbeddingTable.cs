using NeuralDsl.Diagnostics;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Sequence;

/// <summary>A learned vector for every index, with what embeddings and bags of them have in common.</summary>
/// <param name="Rows">The number of indices.</param>
/// <param name="Dims">The size of each vector.</param>
/// <param name="PaddingIndex">The index whose vector is not trained; null for none.</param>
/// <param name="MaxNorm">The largest norm of a vector; null for none.</param>
/// <param name="NormType">The p of that norm.</param>
/// <param name="ScaleGradByFreq">Whether gradients are divided by how often an index occurs.</param>
/// <param name="Sparse">Whether the gradient is a sparse tensor.</param>
internal sealed record EmbeddingTable(Dim Rows, Dim Dims, long? PaddingIndex, Number? MaxNorm, Number NormType, bool ScaleGradByFreq, bool Sparse)
{
    public static EmbeddingTable Read(ArgumentReader arguments) => new(
        arguments.Size("rows"),
        arguments.Size("dims"),
        arguments.Has("PaddingIndex") ? arguments.Integer("PaddingIndex", 0) : null,
        arguments.Has("MaxNorm") ? arguments.Number("MaxNorm", 1, NumberRange.Positive) : null,
        arguments.Number("NormType", 2, NumberRange.Positive),
        arguments.Flag("ScaleGradByFreq", false),
        arguments.Flag("Sparse", false));

    public ParameterSpec Weight => new("weight", [Rows, Dims]);

    /// <summary>The index of padding, counted from the first.</summary>
    public Dim? Padding => PaddingIndex is not { } index ? null : index < 0 ? Rows + index : index;

    /// <summary>Whether the input is indices and the padding is one of the table's; reports what is not.</summary>
    public bool Fits(LayerCheck check)
    {
        if (check.Input.DType != DType.Int64)
        {
            check.Fail(Rules.WrongDType, null, check.Title, "Int64 indices", check.Input.ToString(), check.Path);
            return false;
        }
        return PaddingIndex is not { } index || check.Require(Rows, Relation.AtLeast, index < 0 ? -index : index + 1, () => check.At(
            Rules.InvalidArgument, "PaddingIndex", "PaddingIndex", check.Title, $"an index of the {Rows} rows", CSharp.Number(index)));
    }

    /// <summary>The arguments of the engine's factories that are called alike in all of them, where they are not the default.</summary>
    public IEnumerable<string> Norm => MaxNorm is null ? [] : [$"max_norm: {MaxNorm.Text}", .. NormType.Named("norm_type", 2)];
}
