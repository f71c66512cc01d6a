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
                /// <summary>Lowers the rate when a metric stops improving.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool minimize;
                    private readonly bool relative;
                    private readonly double factor;
                    private readonly double threshold;
                    private readonly double eps;
                    private readonly int patience;
                    private readonly int cooldown;
                    private readonly double[] min_lr;
                    private double best;
                    private int badEpochs;
                    private int cooling;

                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8,
                        bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1.0)
                            throw new ArgumentException("Factor should be < 1.0.", nameof(factor));
                        if (mode is not ("min" or "max"))
                            throw new ArgumentException($"mode is \"min\" or \"max\", not \"{mode}\".", nameof(mode));
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException(
                                $"threshold_mode is \"rel\" or \"abs\", not \"{threshold_mode}\".", nameof(threshold_mode));
                        (minimize, relative) = (mode == "min", threshold_mode == "rel");
                        (
                            this.factor, this.patience, this.threshold, this.cooldown, this.eps) = (factor, patience, threshold, cooldown,
                            eps);
                        this.min_lr = PerGroup(min_lr is { Count: > 0 } ? min_lr : [0], nameof(min_lr));
                        best = minimize ? double.PositiveInfinity : double.NegativeInfinity;
                        Epoch = 0;
                    }

                    public override void step() => throw new InvalidOperationException("ReduceLROnPlateau steps with the value that it watches.");

                    public override void step(int? epoch) => step();

                    /// <summary>Takes the metric of an epoch.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (IsBetter(current))
                            (best, badEpochs) = (current, 0);
                        else
                            badEpochs++;
                        if (cooling > 0)
                            (cooling, badEpochs) = (cooling - 1, 0);
                        if (badEpochs <= patience)
                            return;
                        var i = 0;
                        foreach (var group in Groups)
                        {
                            var lowered = Math.Max(group.LearningRate * factor, min_lr[i++]);
                            if (group.LearningRate - lowered > eps)
                                group.LearningRate = lowered;
                        }
                        (cooling, badEpochs) = (cooldown, 0);
                    }

                    private bool IsBetter(double value)
                    {
                        var margin = minimize ? -threshold : threshold;
                        var bound = relative ? best * (1 + margin) : best + margin;
                        return minimize ? value < bound : value > bound;
                    }
                }
            }

            /// <summary>Lowers the rate when a metric stops improving.</summary>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) =>
                new ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);
        }
    }
}
