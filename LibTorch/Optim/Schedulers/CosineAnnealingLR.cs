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
                /// <summary>Half a cosine from the rate to eta_min in T_max epochs (Loshchilov and Hutter, 2016).</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double T_max;
                    private readonly double eta_min;

                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (this.T_max, this.eta_min) = (T_max, eta_min);
                        Begin();
                    }

                    // PyTorch's recursion, so that a rate changed by another schedule is kept.
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                            return Rates;
                        if ((Epoch - 1 - T_max) % (2 * T_max) == 0)
                            return Rates.Zip(BaseRates, (rate, start) => rate + (start - eta_min) * (1 - Math.Cos(Math.PI / T_max)) / 2);
                        var ratio = (1 + Math.Cos(Math.PI * Epoch / T_max)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / T_max));
                        return Rates.Select(rate => ratio * (rate - eta_min) + eta_min);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => eta_min + (rate - eta_min) * (1 + Math.Cos(Math.PI * Epoch / T_max)) / 2);
                }
            }

            /// <summary>Half a cosine from the rate to eta_min in T_max epochs (Loshchilov and Hutter, 2016).</summary>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0.0, int last_epoch = -1, bool verbose = false) =>
                new CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);
        }
    }
}
