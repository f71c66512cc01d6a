using System.Globalization;

namespace NeuralDsl;

/// <summary>An axis: where a value stands in a drawing, and where the ticks are.</summary>
internal sealed class Scale
{
    private readonly double from;
    private readonly double to;
    private readonly double step;
    private readonly double start;
    private readonly double end;

    /// <param name="values">What has to be shown; numbers that are not finite are not.</param>
    /// <param name="start">The place of the least value.</param>
    /// <param name="end">The place of the largest.</param>
    /// <param name="isWhole">Whether there are ticks at whole numbers alone, and the axis ends with the values.</param>
    public Scale(IEnumerable<double> values, double start, double end, bool isWhole = false)
    {
        (this.start, this.end) = (start, end);
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        (from, to) = (known.Min(), known.Max());
        if (from == to)
            (from, to) = isWhole ? (from - 1, to + 1) : from == 0 ? (0, 1) : (Math.Min(0, 2 * from), Math.Max(0, 2 * to));
        // Zero is worth its room where the values come near it.
        else if (!isWhole && from > 0 && from < 0.3 * to)
            from = 0;
        step = NiceStep((to - from) / 5);
        if (isWhole)
            step = Math.Max(1, Math.Round(step));
        else
            (from, to) = (Math.Floor((from / step) + 1e-9) * step, Math.Ceiling((to / step) - 1e-9) * step);
    }

    /// <summary>An axis from 0 to 1.</summary>
    public static Scale Share(double start, double end) => new([0, 1], start, end);

    /// <summary>The values that have a tick.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            for (var i = Math.Ceiling((from / step) - 1e-9); i * step <= to + (step * 1e-9); i++)
                yield return i * step;
        }
    }

    /// <summary>The place of a value.</summary>
    public double this[double value] => start + ((value - from) / (to - from) * (end - start));

    /// <summary>A tick's value with as many decimals as tell it from the next; a share in per cent.</summary>
    public string Label(double tick, bool isShare = false)
    {
        if (isShare)
            return string.Create(CultureInfo.InvariantCulture, $"{Text(tick * 100, step * 100)} %");
        var largest = Math.Max(Math.Abs(from), Math.Abs(to));
        return largest is >= 1e-3 and < 1e6 ? Text(tick, step) : tick == 0 ? "0" : tick.ToString("0.##e+0", CultureInfo.InvariantCulture);
    }

    private static string Text(double tick, double step)
    {
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 6);
        // 0.25 needs a decimal more than its first digit says.
        if (decimals < 6 && Math.Abs(Math.Round(step, decimals) - step) > step * 1e-6)
            decimals++;
        return (tick + 0.0).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double NiceStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return (least / power) switch { <= 1 + 1e-9 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
    }
}
