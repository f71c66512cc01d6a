namespace NeuralDsl;

/// <summary>
/// A learning rate as a function of a count of steps or epochs, equal to PyTorch's schedule of the same name. A
/// <see cref="TrainingSchedule"/> applies it; generated code makes it.
/// </summary>
public abstract class Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>Multiplies by <paramref name="gamma"/> after every <paramref name="stepSize"/>.</summary>
    /// <param name="stepSize">The count between two changes.</param>
    /// <param name="gamma">The factor.</param>
    public static Schedule StepLR(int stepSize, double gamma = 0.1) => new FactorSchedule(count => Math.Pow(gamma, count / stepSize));

    /// <summary>Multiplies by <paramref name="gamma"/> at each milestone.</summary>
    /// <param name="milestones">The counts.</param>
    /// <param name="gamma">The factor.</param>
    public static Schedule MultiStepLR(int[] milestones, double gamma = 0.1) =>
        new FactorSchedule(count => Math.Pow(gamma, milestones.Count(milestone => milestone <= count)));

    /// <summary>Multiplies by <paramref name="gamma"/> each time.</summary>
    /// <param name="gamma">The factor.</param>
    public static Schedule ExponentialLR(double gamma) => new FactorSchedule(count => Math.Pow(gamma, count));

    /// <summary>Multiplies by <paramref name="factor"/> below a count.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="total">The count.</param>
    public static Schedule ConstantLR(double factor = 1.0 / 3, int total = 5) => new FactorSchedule(count => count < total ? factor : 1);

    /// <summary>Changes the factor evenly.</summary>
    /// <param name="start">The factor at first.</param>
    /// <param name="end">The factor in the end.</param>
    /// <param name="total">The count between.</param>
    public static Schedule LinearLR(double start = 1.0 / 3, double end = 1, int total = 5) =>
        new FactorSchedule(count => start + (end - start) * Math.Min(total, count) / total);

    /// <summary>Falls to 0 by a power.</summary>
    /// <param name="total">The count until 0.</param>
    /// <param name="power">The power.</param>
    public static Schedule PolynomialLR(int total, double power = 1) =>
        new FactorSchedule(count => Math.Pow(1 - (double)Math.Min(total, count) / total, power));

    /// <summary>Falls along half a cosine.</summary>
    /// <param name="period">The count until the lowest rate.</param>
    /// <param name="min">The lowest rate.</param>
    public static Schedule CosineAnnealingLR(int period, double min = 0) => new CosineSchedule(count => (double)count / period, min);

    /// <summary>Falls along half a cosine, again and again.</summary>
    /// <param name="period">The count until the first restart.</param>
    /// <param name="factor">How many times longer each period is than the one before.</param>
    /// <param name="min">The lowest rate.</param>
    public static Schedule CosineAnnealingWarmRestarts(int period, int factor = 1, double min = 0) => new CosineSchedule(
        count =>
        {
            var (begin, length) = (0L, (long)period);
            for (; count >= begin + length; length *= factor)
                begin += length;
            return (double)(count - begin) / length;
        },
        min);

    /// <summary>Rises and falls once.</summary>
    /// <param name="total">The count of all.</param>
    /// <param name="maxRate">The largest rate.</param>
    /// <param name="percentStart">Share in which it rises.</param>
    /// <param name="linear">Whether it changes evenly, and not along a cosine.</param>
    /// <param name="cycleMomentum">Whether momentum changes the other way.</param>
    /// <param name="baseMomentum">The lowest momentum.</param>
    /// <param name="maxMomentum">The largest momentum.</param>
    /// <param name="divFactor">What the largest rate is divided by at first.</param>
    /// <param name="finalDivFactor">What the first rate is divided by in the end.</param>
    /// <param name="threePhase">Whether it falls back to its beginning before it falls to its end.</param>
    public static Schedule OneCycleLR(
        int total, double maxRate, double percentStart = 0.3, bool linear = false, bool cycleMomentum = true, double baseMomentum = 0.85,
        double maxMomentum = 0.95, double divFactor = 25, double finalDivFactor = 1e4, bool threePhase = false)
    {
        var first = maxRate / divFactor;
        var last = first / finalDivFactor;
        var rise = percentStart * total - 1;
        OneCycleSchedule.Phase up = new(rise, first, maxRate, maxMomentum, baseMomentum);
        OneCycleSchedule.Phase[] phases = threePhase
            ? [up, new(2 * percentStart * total - 2, maxRate, first, baseMomentum, maxMomentum), new(total - 1, first, last, maxMomentum, maxMomentum)]
            : [up, new(total - 1, maxRate, last, baseMomentum, maxMomentum)];
        return new OneCycleSchedule(phases, linear, cycleMomentum);
    }

    /// <summary>Rises and falls evenly, again and again.</summary>
    /// <param name="baseRate">The lowest rate.</param>
    /// <param name="maxRate">The largest rate.</param>
    /// <param name="up">The count in which it rises.</param>
    /// <param name="down">The count in which it falls.</param>
    /// <param name="mode">How cycles change.</param>
    /// <param name="gamma">Factor of <see cref="CyclicMode.ExpRange"/>.</param>
    /// <param name="cycleMomentum">Whether momentum changes the other way.</param>
    /// <param name="baseMomentum">The lowest momentum.</param>
    /// <param name="maxMomentum">The largest momentum.</param>
    public static Schedule CyclicLR(
        double baseRate, double maxRate, int up, int down, CyclicMode mode = CyclicMode.Triangular, double gamma = 1, bool cycleMomentum = true,
        double baseMomentum = 0.8, double maxMomentum = 0.9) =>
        new CyclicSchedule(baseRate, maxRate, up, down, mode, gamma, cycleMomentum, baseMomentum, maxMomentum);

    /// <summary>Multiplies by a factor when the loss has not fallen for a while.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="patience">How many losses that are not better are waited for.</param>
    /// <param name="threshold">By how much a loss must be lower to be better.</param>
    /// <param name="absolute">Whether the threshold is a difference, and not a share of the best loss.</param>
    /// <param name="cooldown">How many losses after a change do not count.</param>
    /// <param name="min">The lowest rate.</param>
    /// <param name="eps">A smaller change is not made.</param>
    public static Schedule ReduceLROnPlateau(
        double factor = 0.1, int patience = 10, double threshold = 1e-4, bool absolute = false, int cooldown = 0, double min = 0, double eps = 1e-8) =>
        new PlateauSchedule(factor, patience, threshold, absolute, cooldown, min, eps);

    /// <summary>The learning rate at a count of a group that begins with <paramref name="initial"/>.</summary>
    internal abstract double Rate(int count, double initial);

    /// <summary>The momentum at a count; null where it is left as it is.</summary>
    internal virtual double? Momentum(int count) => null;

    /// <summary>What it remembers of the losses.</summary>
    internal virtual double[] Memory
    {
        get => [];
        set
        {
        }
    }

    /// <summary>Hears the loss of an epoch.</summary>
    internal virtual void Observe(double loss)
    {
    }
}
