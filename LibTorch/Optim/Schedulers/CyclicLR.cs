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
                /// <summary>Up and down between two rates, the momentum against them (Smith, 2015).</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] base_lr;
                    private readonly double[] max_lr;
                    private readonly double period;
                    private readonly double rising;
                    private readonly Func<double, double> scale;
                    private readonly ScaleMode scaleMode;
                    private readonly CycledMomentum? momentum;
                    private readonly double[] base_momentum = [];
                    private readonly double[] max_momentum = [];

                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                        double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [base_lr], [max_lr], step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                            [base_momentum], [max_momentum], last_epoch, verbose)
                    {
                    }

                    /// <summary>Rates and momenta for each group.</summary>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.base_lr = PerGroup(base_lr, nameof(base_lr));
                        this.max_lr = PerGroup(max_lr, nameof(max_lr));
                        var falling = step_size_down < 0 ? step_size_up : step_size_down;
                        if (step_size_up <= 0 || falling <= 0)
                            throw new ArgumentException($"A cycle needs steps up and down, not {step_size_up} and {falling}.", nameof(step_size_up));
                        period = step_size_up + falling;
                        rising = step_size_up / period;
                        scale = scale_fn ?? (mode switch
                        {
                            Mode.Triangular2 => cycle => Math.Pow(2, 1 - cycle),
                            Mode.ExpRange => step => Math.Pow(gamma, step),
                            _ => _ => 1,
                        });
                        scaleMode = scale_fn is not null ? scale_mode : mode == Mode.ExpRange ? ScaleMode.Iterations : ScaleMode.Cycle;
                        if (cycle_momentum)
                        {
                            momentum = new CycledMomentum(optimizer);
                            this.base_momentum = PerGroup(base_momentum ?? [0.8], nameof(base_momentum));
                            this.max_momentum = PerGroup(max_momentum ?? [0.9], nameof(max_momentum));
                        }
                        Begin();
                    }

                    /// <summary>How high the tops of the cycles are: all the same, each half the last, or gamma to the power of the step.</summary>
                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    /// <summary>What scale_fn takes: the number of the cycle, from 1, or of the step, from 0.</summary>
                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + Epoch / period);
                        var position = 1 + Epoch / period - cycle;
                        var height = position <= rising ? position / rising : (position - 1) / (rising - 1);
                        height *= scale(scaleMode == ScaleMode.Cycle ? cycle : Epoch);
                        momentum?.Set(max_momentum.Zip(base_momentum, (top, bottom) => top - (top - bottom) * height));
                        return base_lr.Zip(max_lr, (bottom, top) => bottom + (top - bottom) * height);
                    }
                }
            }

            /// <summary>Up and down between two rates, the momentum against them (Smith, 2015); step it after every batch.</summary>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                new CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum,
                    max_momentum, last_epoch, verbose);

            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                int step_size_down = -1, CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0,
                Func<double, double>? scale_fn = null, CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                int last_epoch = -1, bool verbose = false) =>
                new CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum,
                    max_momentum, last_epoch, verbose);
        }
    }
}
