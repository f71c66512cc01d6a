namespace NeuralDsl;

/// <summary>How rows are parted into batches.</summary>
internal static class BatchSizes
{
    /// <summary>Full batches, then what is left.</summary>
    public static int[] Of(long count, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return [.. Enumerable.Repeat(size, checked((int)(count / size))), .. (int)(count % size) is var rest and > 0 ? [rest] : Array.Empty<int>()];
    }

    /// <summary>As <see cref="Of"/>, but a single row at the end joins the batch before it.</summary>
    public static int[] ForTraining(long count, int size)
    {
        var sizes = Of(count, size);
        return sizes is [.., var before, 1] && before > 1 ? [.. sizes[..^2], before + 1] : sizes;
    }
}
