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
                /// <summary>A power of the straight line from the rate to zero.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int total_iters;
                    private readonly double power;

                    public PolynomialLR(
                        Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (this.total_iters, this.power) = (total_iters, power);
                        Begin();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0 || Epoch > total_iters)
                            return Rates;
                        var factor = Math.Pow((1.0 - (double)Epoch / total_iters) / (1.0 - (Epoch - 1.0) / total_iters), power);
                        return Rates.Select(rate => rate * factor);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => rate * Math.Pow(1.0 - (double)Math.Min(total_iters, Epoch) / total_iters, power));
                }
            }

            /// <summary>A power of the straight line from the rate to zero in total_iters epochs.</summary>
            public static LRScheduler PolynomialLR(
                Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) =>
                new PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);
        }
    }
}
