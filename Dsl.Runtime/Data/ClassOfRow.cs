using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Which class every row of a set belongs to.</summary>
internal static class ClassOfRow
{
    /// <summary>The class of every row by the first target: its index, the index of its largest probability, or whether it is nearer to 1.</summary>
    /// <exception cref="InvalidOperationException">The first target has no classes.</exception>
    public static long[] ClassOfRows<TBatch>(this DataSet<TBatch> data) where TBatch : struct, IBatch<TBatch>
    {
        var at = TBatch.Fields.ToList().FindIndex(field => field.Role == FieldRole.Target);
        if (at < 0 || !HasClasses(TBatch.Fields[at]))
            throw new InvalidOperationException($"Rows are stratified by the classes of a target, but {(at < 0 ? "the batch has no target" : $"'{TBatch.Fields[at].Name}' {TBatch.Fields[at].Describe()} has none")}.");
        var classes = new long[data.Count];
        var place = 0;
        foreach (var batch in data.Batches(4096))
        {
            using var scope = NewDisposeScope();
            var rows = batch[at]!.reshape(batch[at]!.size(0), -1);
            var ofRows = rows.size(1) > 1 ? rows.argmax(1) : rows.is_floating_point() ? rows.gt(0.5).to_type(ScalarType.Int64) : rows.to_type(ScalarType.Int64);
            foreach (var label in ofRows.cpu().contiguous().data<long>())
                classes[place++] = label;
        }
        return classes;
    }

    private static bool HasClasses(TensorField field) =>
        field.Axes.Rank == 1 || field.Axes is { Rank: 2 } && field.Axes[1].Constant == 1
            ? !field.DType.IsFloatingPoint || field.Encoding == FieldEncoding.Probability
            : field.Encoding == FieldEncoding.Distribution;
}
