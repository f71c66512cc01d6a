namespace NeuralDsl;

/// <summary>A factor for every time that the loss has stopped to fall.</summary>
internal sealed class PlateauSchedule(double factor, int patience, double threshold, bool absolute, int cooldown, double min, double eps) : Schedule
{
    private double best = double.PositiveInfinity;
    private int badLosses;
    private int rest;
    private int reductions;

    internal override double[] Memory
    {
        get => [best, badLosses, rest, reductions];
        set => (best, badLosses, rest, reductions) = (value[0], (int)value[1], (int)value[2], (int)value[3]);
    }

    internal override void Observe(double loss)
    {
        badLosses = loss < (absolute ? best - threshold : best * (1 - threshold)) ? 0 : badLosses + 1;
        if (badLosses == 0)
            best = loss;
        if (rest > 0)
        {
            rest--;
            badLosses = 0;
        }
        if (badLosses <= patience)
            return;
        reductions++;
        rest = cooldown;
        badLosses = 0;
    }

    internal override double Rate(int count, double initial)
    {
        var rate = initial;
        for (var i = 0; i < reductions; i++)
        {
            var reduced = Math.Max(rate * factor, min);
            if (rate - reduced > eps)
                rate = reduced;
        }
        return rate;
    }
}
