using System.Collections.Immutable;
using NeuralDsl.Data;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What data of one kind of thing fill in a batch: the one input that must be there, and the one target if there is any.</summary>
/// <param name="Input">The input.</param>
/// <param name="Target">The target; null for a model without.</param>
internal sealed record BatchFields(TensorField Input, TensorField? Target)
{
    /// <summary>The fields of a batch.</summary>
    /// <param name="data">The data in messages, such as <c>A folder of images</c>.</param>
    /// <exception cref="NotSupportedException">The batch has several inputs or targets.</exception>
    public static BatchFields Of<TBatch>(string data) where TBatch : struct, IBatch<TBatch>
    {
        ImmutableArray<TensorField> fields = [.. TBatch.Fields.Where(field => !field.IsOptional)];
        return fields is [{ Role: FieldRole.Input } input, .. var rest] && rest is [] or [{ Role: FieldRole.Target }]
            ? new(input, rest.FirstOrDefault())
            : throw new NotSupportedException($"{data} fills one input and at most one target, but the batch has {string.Join("; ", fields)}.");
    }

    /// <summary>A set of both columns, which it owns, with blank targets where there are none; they are disposed where they do not make one.</summary>
    public static DataSet<TBatch> ToDataSet<TBatch>(Tensor input, Tensor? target) where TBatch : struct, IBatch<TBatch>
    {
        var tensors = new Tensor?[TBatch.Fields.Length];
        tensors[0] = input;
        if (target is not null)
            tensors[1] = target;
        try
        {
            BlankTargets.Fill<TBatch>(tensors);
            return new(tensors);
        }
        catch
        {
            foreach (var tensor in tensors)
                tensor?.Dispose();
            throw;
        }
    }

    /// <summary>The sizes of one row's axes in a field whose rows have so many elements: an open size is what they make it.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="field">The field.</param>
    /// <param name="count">The elements of a row.</param>
    /// <param name="what">What has them, in messages: <c>images of 28x28</c>.</param>
    /// <exception cref="DataException">They do not fit.</exception>
    public static long[] RowShape(string path, TensorField field, long count, string what)
    {
        var sizes = field.Axes.Axes.Skip(1).Select(axis => axis.Size.Constant).ToArray();
        var known = sizes.Aggregate(1L, (product, size) => product * (size ?? 1));
        var open = sizes.Count(size => size is null);
        if (field.Axes.Rank == 0 || open > 1 || (open == 1 ? count % known != 0 : count != known))
            throw new DataException(path, FormattableString.Invariant($"{what} do not fit '{field.Name}' {field.Describe()}."));
        return [.. sizes.Select(size => size ?? (count / known))];
    }
}
