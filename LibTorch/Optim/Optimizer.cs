using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers and learning-rate schedules.</summary>
    public static partial class optim
    {
        /// <summary>Changes parameters so that a loss falls.</summary>
        public abstract class Optimizer : IDisposable
        {
            protected IList<ParamGroup> _parameter_groups = [];

            /// <param name="handle">TorchSharp's native optimizer; there is none here, so 0.</param>
            protected Optimizer(IntPtr handle)
            {
            }

            ~Optimizer() => Dispose(false);

            /// <summary>The groups of parameters, each with options of its own.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Forgets the gradients of the last step.</summary>
            public virtual void zero_grad()
            {
                for (var i = 0; i < _parameter_groups.Count; i++)
                {
                    foreach (var parameter in _parameter_groups[i].Parameters)
                        parameter.ForgetGradient(false);
                }
            }

            public virtual void add_param_group(ParamGroup param_group)
            {
                ArgumentNullException.ThrowIfNull(param_group);
                // A module's parameters are enumerated anew each time; a step needs them quickly.
                param_group.Parameters = [.. param_group.Parameters];
                _parameter_groups.Add(param_group);
            }

            /// <summary>Changes the parameters by their gradients.</summary>
            /// <param name="closure">Computes the loss and the gradients, for optimizers that need them more than once.</param>
            /// <returns>What the closure returned.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                if (closure is null)
                    return null;
                using var _ = enable_grad();
                return closure();
            }

            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>The options of the groups, the states of the parameters, and which belongs to which.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                public List<OptimizerState> State { get; } = [];

                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
