namespace NeuralDsl;

/// <summary>Which rows go into which part, by a seed alone.</summary>
internal static class Partition
{
    /// <summary>Two parts, each with every class's share of the rows as nearly as whole rows allow; both in random order.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="first">How many of them go into the first part.</param>
    /// <param name="seed">Decides which.</param>
    /// <param name="classes">The class of every row; null where it does not count.</param>
    public static (long[] First, long[] Second) Split(int count, int first, int seed, long[]? classes)
    {
        var order = Permutation.Of(count, seed);
        if (classes is null)
            return (order[..first], order[first..]);

        // Class after class, a row goes into the first part whenever its due share of all rows so far is a row more.
        var isFirst = new bool[count];
        long place = 0;
        foreach (var row in order.OrderBy(row => classes[row]))
        {
            isFirst[row] = (place + 1) * first / count > place * first / count;
            place++;
        }
        return ([.. order.Where(row => isFirst[row])], [.. order.Where(row => !isFirst[row])]);
    }

    /// <summary>Parts whose sizes differ by at most one, also those of every class; all in random order.</summary>
    public static long[][] Folds(int count, int folds, int seed, long[]? classes)
    {
        var order = Permutation.Of(count, seed);
        var foldOf = new int[count];
        var place = 0;
        foreach (var row in classes is null ? order : order.OrderBy(row => classes[row]).ToArray())
            foldOf[row] = place++ % folds;
        return [.. Enumerable.Range(0, folds).Select(fold => order.Where(row => foldOf[row] == fold).ToArray())];
    }
}
