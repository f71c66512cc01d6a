namespace NeuralDsl;

/// <summary>Triangles of learning rate and momentum (Smith 2015).</summary>
internal sealed class CyclicSchedule(
    double baseRate, double maxRate, int up, int down, CyclicMode mode, double gamma, bool cycleMomentum, double baseMomentum, double maxMomentum) : Schedule
{
    internal override double Rate(int count, double initial) => baseRate + (maxRate - baseRate) * Height(count);

    internal override double? Momentum(int count) => cycleMomentum ? maxMomentum - (maxMomentum - baseMomentum) * Height(count) : null;

    private double Height(int count)
    {
        var (cycle, at) = Math.DivRem(count, up + down);
        var height = at <= up ? (double)at / up : (double)(up + down - at) / down;
        return height * mode switch
        {
            CyclicMode.Triangular2 => Math.Pow(2, -cycle),
            CyclicMode.ExpRange => Math.Pow(gamma, count),
            _ => 1,
        };
    }
}
