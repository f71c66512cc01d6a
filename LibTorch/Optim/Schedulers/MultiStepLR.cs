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
                /// <summary>Multiplies the rate by gamma at each milestone.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly IList<int> milestones;
                    private readonly double gamma;

                    public MultiStepLR(
                        Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (this.milestones, this.gamma) = (milestones, gamma);
                        Begin();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var times = milestones.Count(milestone => milestone == Epoch);
                        return times == 0 ? Rates : Rates.Select(rate => rate * Math.Pow(gamma, times));
                    }

                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        var passed = milestones.Count(milestone => milestone <= Epoch);
                        return BaseRates.Select(rate => rate * Math.Pow(gamma, passed));
                    }
                }
            }

            /// <summary>Multiplies the rate by gamma at each milestone.</summary>
            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);
        }
    }
}
