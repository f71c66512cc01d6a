namespace NeuralDsl;

/// <summary>Phases in which learning rate and momentum go from one number to another (Smith and Topin 2018).</summary>
internal sealed class OneCycleSchedule(OneCycleSchedule.Phase[] phases, bool linear, bool cycleMomentum) : Schedule
{
    internal override double Rate(int count, double initial) => At(count, phase => (phase.FirstRate, phase.LastRate));

    internal override double? Momentum(int count) => cycleMomentum ? At(count, phase => (phase.FirstMomentum, phase.LastMomentum)) : null;

    private double At(int count, Func<Phase, (double First, double Last)> ends)
    {
        var begin = 0.0;
        foreach (var phase in phases)
        {
            if (count <= phase.End || phase == phases[^1])
            {
                // What comes after the end is as the end.
                var progress = Math.Min(1, (count - begin) / (phase.End - begin));
                var (first, last) = ends(phase);
                return linear ? first + (last - first) * progress : last + (first - last) / 2 * (Math.Cos(Math.PI * progress) + 1);
            }
            begin = phase.End;
        }
        throw new InvalidOperationException("There is a last phase.");
    }

    /// <summary>A part of the cycle, up to a count.</summary>
    internal sealed record Phase(double End, double FirstRate, double LastRate, double FirstMomentum, double LastMomentum);
}
