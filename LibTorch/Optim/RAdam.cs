using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Adam that rectifies the variance of its rate (Liu et al., 2019), as PyTorch computes it.</summary>
    public partial class RAdam : OptimizerHelper, IBetas
    {
        public RAdam(
            IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
        {
        }

        public RAdam(
            IEnumerable<ParamGroup> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(beta1 is >= 0 and < 1, "beta1", beta1);
            Require(beta2 is >= 0 and < 1, "beta2", beta2);
            Require(eps >= 0, "eps", eps);
            Require(weight_decay >= 0, "weight_decay value", weight_decay);

            Adopt(new ParamGroup([], lr, beta1, beta2, eps, weight_decay).Options, parameters);
        }

        public (double, double) Betas
        {
            get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
            set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

        public override void add_param_group(
            Modules.ParamGroup param_group) => Adopt<Options>(param_group, parameter => new State(parameter));

        private void Step(ParamGroup group)
        {
            var options = group.Options;
            double lr = options.LearningRate!.Value, beta1 = options.beta1!.Value, beta2 = options.beta2!.Value, eps = options.eps!.Value;
            var decay = options.weight_decay!.Value;
            var longest = 2 / (1 - beta2) - 1;
            foreach (var parameter in group.Parameters)
            {
                var state = (State)_state[parameter.Handle];
                var step = state.step + 1;
                var rate = -lr / (1 - Math.Pow(beta1, step));
                var decayed = Math.Pow(beta2, step);
                // The length of the simple average that has the variance of the decaying one; too short a one has none.
                var length = longest - 2 * step * decayed / (1 - decayed);
                var rectified = length > 5;
                if (rectified)
                    rate *= Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)) * Math.Sqrt(1 - decayed);
                var outcome = FusedStep.Take(
                    rectified ? FusedMethod.RAdam : FusedMethod.UnrectifiedRAdam, parameter, [state.exp_avg, state.exp_avg_sq],
                    [1, decay, rate, beta1, 1 - beta1, beta2, 1 - beta2, eps]);
                if (outcome == FusedOutcome.NoGradient)
                    continue;
                state.step++;
                if (outcome == FusedOutcome.Done)
                    continue;
                using var gradient = Gradient(parameter, false, decay);
                AdamUpdate.Moments(gradient, state.exp_avg, state.exp_avg_sq, beta1, beta2);
                if (!rectified)
                {
                    Operators.add__Tensor.Apply(parameter, state.exp_avg, rate);
                    continue;
                }
                using var denominator = Operators.sqrt.Call(state.exp_avg_sq);
                Operators.add__Scalar.Apply(denominator, eps);
                Operators.addcdiv_.Apply(parameter, state.exp_avg, denominator, rate);
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam that rectifies the variance of its rate (Liu et al., 2019), as PyTorch computes it.</summary>
            public static RAdam RAdam(
                IEnumerable<Parameter> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay);

            public static RAdam RAdam(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 2e-3, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) =>
                new(parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay);

            public static RAdam RAdam(
                IEnumerable<RAdam.ParamGroup> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay);
        }
    }
}
