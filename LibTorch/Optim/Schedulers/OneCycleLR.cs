using TorchSharp.Optim;
using static TorchSharp.torch.optim.lr_scheduler.impl;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up to a rate and down to almost nothing, the momentum against it (Smith and Topin, 2017).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int total_steps;
                    private readonly bool linear;
                    private readonly double div_factor;
                    private readonly double final_div_factor;
                    private readonly double[] max_lr;
                    private readonly CycledMomentum? momentum;
                    private readonly double[] base_momentum = [];
                    private readonly double[] max_momentum = [];

                    // The last step of each phase, and between which levels it goes: 0 the first rate, 1 the highest, -1 the last.
                    private readonly (double end, int from, int to)[] phases;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [max_lr], total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            [base_momentum], [max_momentum], div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>Rates and momenta for each group.</summary>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (total_steps < 0 && epochs < 0 && steps_per_epoch < 0)
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)", nameof(total_steps));
                        if (total_steps < 0 && (epochs <= 0 || steps_per_epoch <= 0))
                            throw new ArgumentException(
                                $"epochs ({epochs}) and steps_per_epoch ({steps_per_epoch}) have to be positive.", nameof(epochs));
                        if (total_steps == 0)
                            throw new ArgumentException("total_steps has to be positive.", nameof(total_steps));
                        if (pct_start is < 0 or > 1)
                            throw new ArgumentException($"pct_start is a fraction, not {pct_start}.", nameof(pct_start));
                        this.total_steps = total_steps < 0 ? epochs * steps_per_epoch : total_steps;
                        this.max_lr = PerGroup(max_lr, nameof(max_lr));
                        (this.div_factor, this.final_div_factor) = (div_factor, final_div_factor);
                        linear = anneal_strategy == AnnealStrategy.Linear;
                        var top = pct_start * this.total_steps;
                        phases = three_phase
                            ? [(top - 1, 0, 1), (2 * top - 2, 1, 0), (this.total_steps - 1, 0, -1)]
                            : [(top - 1, 0, 1), (this.total_steps - 1, 1, -1)];
                        if (cycle_momentum)
                        {
                            momentum = new CycledMomentum(optimizer);
                            this.base_momentum = PerGroup(base_momentum ?? [0.85], nameof(base_momentum));
                            this.max_momentum = PerGroup(max_momentum ?? [0.95], nameof(max_momentum));
                        }
                        Begin();
                    }

                    /// <summary>Half a cosine or a straight line.</summary>
                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > total_steps)
                            throw new InvalidOperationException($"The schedule has {total_steps} steps, and this is number {Epoch + 1}.");
                        var phase = Array.FindIndex(phases, phase => Epoch <= phase.end);
                        if (phase < 0)
                            phase = phases.Length - 1;
                        var (end, from, to) = phases[phase];
                        var start = phase == 0 ? 0 : phases[phase - 1].end;
                        var passed = (Epoch - start) / (end - start);
                        momentum?.Set(max_momentum.Zip(
                            base_momentum, (high, low) => Between(from == 1 ? low : high, to == 1 ? low : high, passed)));
                        return max_lr.Select(high => Between(Level(high, from), Level(high, to), passed));
                    }

                    private double Level(double high, int level) => level switch
                    {
                        1 => high,
                        0 => high / div_factor,
                        _ => high / div_factor / final_div_factor,
                    };

                    private double Between(double from, double to, double passed) =>
                        linear ? from + (to - from) * passed : to + (from - to) / 2 * (1 + Math.Cos(Math.PI * passed));
                }
            }

            /// <summary>Up to a rate and down to almost nothing, the momentum against it (Smith and Topin, 2017); step it after every batch.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum,
                    max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum,
                    max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);
        }
    }
}
