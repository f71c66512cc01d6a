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
                /// <summary>A fraction of the rate for the first epochs.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double factor;
                    private readonly int total_iters;

                    public ConstantLR(
                        Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (this.factor, this.total_iters) = (factor, total_iters);
                        Begin();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 ? Rates.Select(rate => rate * factor) : Epoch == total_iters ? Rates.Select(rate => rate / factor) : Rates;

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => Epoch >= total_iters ? rate : rate * factor);
                }
            }

            /// <summary>A fraction of the rate for the first total_iters epochs.</summary>
            public static LRScheduler ConstantLR(
                Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);
        }
    }
}
