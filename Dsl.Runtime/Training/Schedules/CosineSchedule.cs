namespace NeuralDsl;

/// <summary>Half a cosine from the learning rate to the lowest one (Loshchilov and Hutter 2016), where the progress goes from 0 to 1.</summary>
internal sealed class CosineSchedule(Func<int, double> progress, double min) : Schedule
{
    internal override double Rate(int count, double initial) => min + (initial - min) * (1 + Math.Cos(Math.PI * progress(count))) / 2;
}
