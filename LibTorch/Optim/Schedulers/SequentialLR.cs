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
                /// <summary>One schedule after another, each from its milestone on.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;
                    private readonly int[] milestones;

                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch)
                    {
                        this.schedulers = [.. schedulers];
                        this.milestones = [.. milestones];
                        if (this.milestones.Length != this.schedulers.Length - 1)
                            throw new ArgumentException(
                                $"{this.schedulers.Length} schedules need {this.schedulers.Length - 1} milestones, not " +
                                $"{this.milestones.Length}.", nameof(milestones));
                        Epoch = last_epoch + 1;
                        // Every schedule has changed the rates when it was made; the first one's beginning is what counts.
                        foreach (var group in Groups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in this.schedulers)
                            scheduler.Epoch--;
                        this.schedulers[0].step();
                    }

                    public override void step()
                    {
                        Epoch++;
                        var index = milestones.Count(milestone => milestone <= Epoch);
                        if (index > 0 && milestones[index - 1] == Epoch)
                            schedulers[index].step(0);
                        else
                            schedulers[index].step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates;
                }
            }

            /// <summary>One schedule after another, each from its milestone on.</summary>
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new SequentialLR(optimizer, schedulers, milestones, last_epoch);
        }
    }
}
