using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>One thing that an optimizer remembers of a parameter, as a tensor.</summary>
/// <param name="Name">Its name, which is PyTorch's.</param>
/// <param name="Read">Gives it, for the caller to dispose; null where there is none yet.</param>
/// <param name="Write">Takes it over; null for none.</param>
internal sealed record StateField(string Name, Func<Tensor?> Read, Action<Tensor?> Write)
{
    /// <summary>What each optimizer remembers of a parameter.</summary>
    /// <exception cref="NotSupportedException">The optimizer is none of TorchSharp's.</exception>
    public static StateField[] Of(OptimizerState state, Parameter parameter)
    {
        return state switch
        {
            Adadelta.State s => [Count(() => s.step, value => s.step = value), Kept("square_avg", () => s.square_avg, value => s.square_avg = value!), Kept("acc_delta", () => s.acc_delta, value => s.acc_delta = value!)],
            Adagrad.State s => [Count(() => s.step, value => s.step = value), Kept("sum", () => s.sum, value => s.sum = value!)],
            Adam.State s =>
            [
                Count(() => s.step, value => s.step = value), Kept("exp_avg", () => s.exp_avg, value => s.exp_avg = value!), Kept("exp_avg_sq", () => s.exp_avg_sq, value => s.exp_avg_sq = value!),
                Kept("max_exp_avg_sq", () => s.max_exp_avg_sq, value => s.max_exp_avg_sq = value!),
            ],
            Adamax.State s => [Count(() => s.step, value => s.step = value), Kept("exp_avg", () => s.exp_avg, value => s.exp_avg = value!), Kept("exp_inf", () => s.exp_inf, value => s.exp_inf = value!)],
            AdamW.State s =>
            [
                Count(() => s.step, value => s.step = value), Kept("exp_avg", () => s.exp_avg, value => s.exp_avg = value!), Kept("exp_avg_sq", () => s.exp_avg_sq, value => s.exp_avg_sq = value!),
                Kept("max_exp_avg_sq", () => s.max_exp_avg_sq, value => s.max_exp_avg_sq = value!),
            ],
            ASGD.State s => [Count(() => s.step, value => s.step = value), Real("eta", () => s.eta, value => s.eta = value), Real("mu", () => s.mu, value => s.mu = value), Kept("ax", () => s.ax, value => s.ax = value!)],
            NAdam.State s =>
            [
                Count(() => s.step, value => s.step = value), Real("mu_product", () => s.mu_product, value => s.mu_product = value), Kept("exp_avg", () => s.exp_avg, value => s.exp_avg = value!),
                Kept("exp_avg_sq", () => s.exp_avg_sq, value => s.exp_avg_sq = value!),
            ],
            RAdam.State s => [Count(() => s.step, value => s.step = value), Kept("exp_avg", () => s.exp_avg, value => s.exp_avg = value!), Kept("exp_avg_sq", () => s.exp_avg_sq, value => s.exp_avg_sq = value!)],
            RMSProp.State s =>
            [
                Count(() => s.step, value => s.step = value), Kept("square_avg", () => s.square_avg, value => s.square_avg = value!), Kept("momentum_buffer", () => s.momentum_buffer, value => s.momentum_buffer = value!),
                Kept("grad_avg", () => s.grad_avg, value => s.grad_avg = value!),
            ],
            Rprop.State s => [Count(() => s.step, value => s.step = value), Kept("prev", () => s.prev, value => s.prev = value!), Kept("step_size", () => s.step_size, value => s.step_size = value!)],
            SGD.State s => [Kept("momentum_buffer", () => s.momentum_buffer, value => s.momentum_buffer = value!)],
            _ => throw new NotSupportedException($"The state of {state.GetType().DeclaringType?.Name ?? state.GetType().Name} cannot be saved: it is none of TorchSharp's optimizers."),
        };

        StateField Kept(string name, Func<Tensor?> get, Action<Tensor?> set) => new(name, () => get()?.detach(), value =>
        {
            get()?.Dispose();
            set(value is null ? null : Placed(value));
        });

        Tensor Placed(Tensor value)
        {
            using var read = value;
            using var placed = read.to(read.dtype, parameter.device);
            return placed.alias().DetachFromDisposeScope();
        }

        static StateField Count(Func<long> get, Action<long> set) => new("step", () => tensor(get()), value =>
        {
            using (value)
                set(value!.ToInt64());
        });

        static StateField Real(string name, Func<double> get, Action<double> set) => new(name, () => tensor(get()), value =>
        {
            using (value)
                set(value!.ToDouble());
        });
    }
}
