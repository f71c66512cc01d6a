namespace TorchSharp;

/// <summary>The ways to write a size for each of several dimensions, as the list that libtorch takes.</summary>
internal static class Sizes
{
    public static long[] Repeated(long value, int dims)
    {
        var sizes = new long[dims];
        Array.Fill(sizes, value);
        return sizes;
    }

    public static long[]? Repeated(long? value, int dims) => value is { } known ? Repeated(known, dims) : null;

    public static double[]? Repeated(double? value, int dims) => value is { } known ? [.. Enumerable.Repeat(known, dims)] : null;

    public static long[] List((long, long) value) => [value.Item1, value.Item2];

    public static long[]? List((long, long)? value) => value is { } known ? List(known) : null;

    public static long[] List((long, long, long) value) => [value.Item1, value.Item2, value.Item3];

    public static long[]? List((long, long, long)? value) => value is { } known ? List(known) : null;

    public static double[]? List((double, double)? value) => value is { } known ? [known.Item1, known.Item2] : null;

    public static double[]? List((double, double, double)? value) => value is { } known ? [known.Item1, known.Item2, known.Item3] : null;
}
