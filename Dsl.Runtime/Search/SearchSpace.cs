using System.Collections.Immutable;
using System.Globalization;

namespace NeuralDsl;

/// <summary>The ranges of a search as points: the same seed draws the same points, on every machine.</summary>
internal sealed class SearchSpace(ImmutableArray<SearchRange> ranges, ImmutableArray<HyperDefault> hypers, int seed)
{
    private readonly HashSet<string> drawn = [];
    private SplitMix64 random = new((uint)seed);

    /// <summary>A point that was not drawn before; null where there seem to be no others.</summary>
    public HyperValues? Draw()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var point = new HyperValues(ranges.ToDictionary(range => range.Name, Draw));
            if (drawn.Add(point.ToString()))
                return point;
        }
        return null;
    }

    private double Draw(SearchRange range)
    {
        var share = random.NextDouble();
        if (range.Values.Length > 0)
            return range.Values[(int)(share * range.Values.Length)];
        if (!IsWhole(range.Name))
            return Math.Clamp(Round(range.Log ? range.From * Math.Pow(range.To / range.From, share) : range.From + (share * (range.To - range.From))), range.From, range.To);
        // Every whole number of the range, its ends too, has a part of the line of its own.
        var value = range.Log ? range.From * Math.Pow((range.To + 1) / range.From, share) : range.From + (share * (range.To - range.From + 1));
        return Math.Min(Math.Floor(value), range.To);
    }

    // Three digits are as good as all, and can be written into a declaration.
    private static double Round(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private bool IsWhole(string name) => name == SearchRange.BatchSize || hypers.Any(hyper => hyper.Name == name && hyper.IsWhole);
}
