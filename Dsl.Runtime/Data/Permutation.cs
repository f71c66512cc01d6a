namespace NeuralDsl;

/// <summary>Reproducible orders of rows: Fisher and Yates' shuffle over <see cref="SplitMix64"/>.</summary>
internal static class Permutation
{
    /// <summary>The numbers from 0 to <paramref name="count"/> - 1.</summary>
    public static long[] None(int count)
    {
        var order = new long[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        return order;
    }

    /// <summary>The numbers from 0 to <paramref name="count"/> - 1 in the order that the seed and the round decide.</summary>
    public static long[] Of(int count, int seed, int round = 0)
    {
        var order = None(count);
        var random = new SplitMix64(((ulong)(uint)seed << 32) | (uint)round);
        for (var i = count - 1; i > 0; i--)
        {
            var j = (int)random.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    /// <summary>A seed made of two numbers, such as the seed of a training and the number of an epoch.</summary>
    public static int Mix(int seed, int number) => (int)new SplitMix64(((ulong)(uint)seed << 32) | (uint)number).Next();
}
