namespace NeuralDsl;

/// <summary>A factor of the learning rate.</summary>
internal sealed class FactorSchedule(Func<int, double> factor) : Schedule
{
    internal override double Rate(int count, double initial) => initial * factor(count);
}
