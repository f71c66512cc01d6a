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
                /// <summary>A straight line from start_factor to end_factor times the rate.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double start_factor;
                    private readonly double end_factor;
                    private readonly int total_iters;

                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (this.start_factor, this.end_factor, this.total_iters) = (start_factor, end_factor, total_iters);
                        Begin();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                            return Rates.Select(rate => rate * start_factor);
                        if (Epoch > total_iters)
                            return Rates;
                        var slope = end_factor - start_factor;
                        var factor = 1 + slope / (total_iters * start_factor + (Epoch - 1) * slope);
                        return Rates.Select(rate => rate * factor);
                    }

                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        var factor = start_factor + (end_factor - start_factor) * Math.Min(total_iters, Epoch) / total_iters;
                        return BaseRates.Select(rate => rate * factor);
                    }
                }
            }

            /// <summary>A straight line from start_factor to end_factor times the rate, in total_iters epochs.</summary>
            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1,
                bool verbose = false) =>
                new LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);
        }
    }
}
