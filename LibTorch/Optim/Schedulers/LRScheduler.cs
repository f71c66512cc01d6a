using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates, stepped once an epoch.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>The schedules themselves.</summary>
            public static partial class impl
            {
            }

            /// <summary>Sets the learning rates of an optimizer's groups by the epoch.</summary>
            public abstract class LRScheduler
            {
                protected int _step_count;

                private readonly ParamGroup[] groups;
                private readonly bool verbose;

                protected LRScheduler() => (groups, BaseRates) = ([], []);

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    groups = [.. optimizer.ParamGroups.Cast<ParamGroup>()];
                    this.verbose = verbose;
                    Epoch = last_epoch;
                    foreach (var group in groups)
                        group.BeginSchedule();
                    BaseRates = [.. groups.Select(group => group.InitialLearningRate)];
                }

                internal int Epoch { get; set; }

                internal IReadOnlyList<ILearningRateController> Groups => groups;

                /// <summary>The rates that the schedule began with.</summary>
                private protected double[] BaseRates { get; }

                /// <summary>The rates now.</summary>
                private protected IEnumerable<double> Rates => groups.Select(group => group.LearningRate);

                public virtual void step()
                {
                    Epoch++;
                    Set(get_lr());
                }

                /// <summary>Goes to an epoch.</summary>
                public virtual void step(int? epoch)
                {
                    if (epoch is not { } wanted)
                    {
                        step();
                        return;
                    }
                    Epoch = wanted;
                    Set(get_closed_form_lr());
                }

                /// <summary>Takes a metric, for schedules that watch one.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates of the epoch, from those of the epoch before.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates;

                /// <summary>The rates of the epoch, from the first.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                public IEnumerable<double> get_last_lr() => [.. Rates];

                /// <summary>The step into the first epoch, which constructors end with.</summary>
                private protected void Begin() => step();

                /// <summary>One value for each group; a single one is for all.</summary>
                private protected double[] PerGroup(IEnumerable<double> values, string name)
                {
                    double[] given = [.. values];
                    if (given.Length != 1 && given.Length != groups.Length)
                        throw new ArgumentException($"{groups.Length} groups need as many values, not {given.Length}.", name);
                    return given.Length == 1 ? [.. groups.Select(_ => given[0])] : given;
                }

                private void Set(IEnumerable<double> rates)
                {
                    _step_count++;
                    var i = 0;
                    foreach (var rate in rates.ToArray())
                    {
                        groups[i].LearningRate = rate;
                        if (verbose)
                            Console.WriteLine($"Adjusting learning rate of group {i} to {rate:g4}.");
                        i++;
                    }
                }
            }
        }
    }
}
