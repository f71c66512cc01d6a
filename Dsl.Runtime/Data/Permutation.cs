namespace NeuralDsl;

/// <summary>
/// Reproducible orders of rows, the same on every machine and independent of the engine's random state: Fisher and Yates'
/// shuffle over SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// </summary>
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
        var state = ((ulong)(uint)seed << 32) | (uint)round;
        for (var i = count - 1; i > 0; i--)
        {
            // The high half of a 128-bit product: a number in [0, i], uneven by less than i/2^64.
            var j = (int)Math.BigMul(Next(ref state), (ulong)i + 1, out _);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    /// <summary>A seed made of two numbers, such as the seed of a training and the number of an epoch.</summary>
    public static int Mix(int seed, int number)
    {
        var state = ((ulong)(uint)seed << 32) | (uint)number;
        return (int)Next(ref state);
    }

    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
