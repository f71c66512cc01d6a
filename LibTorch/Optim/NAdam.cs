using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Adam with Nesterov momentum (Dozat, 2016), as PyTorch 2 computes it.</summary>
    public partial class NAdam : OptimizerHelper, IBetas
    {
        public NAdam(
            IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, double momentum_decay = 4e-3)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
        {
        }

        public NAdam(
            IEnumerable<ParamGroup> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, double momentum_decay = 4e-3)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(beta1 is >= 0 and < 1, "beta1", beta1);
            Require(beta2 is >= 0 and < 1, "beta2", beta2);
            Require(eps >= 0, "eps", eps);
            Require(weight_decay >= 0, "weight_decay value", weight_decay);
            Require(momentum_decay >= 0, "momentum_decay value", momentum_decay);

            Adopt(new ParamGroup([], lr, beta1, beta2, eps, weight_decay, momentum_decay).Options, parameters);
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
            double momentum_decay = options.momentum_decay!.Value, decay = options.weight_decay!.Value;
            foreach (var parameter in group.Parameters)
            {
                var state = (State)_state[parameter.Handle];
                var mu = beta1 * (1 - 0.5 * Math.Pow(0.96, (state.step + 1) * momentum_decay));
                var next = beta1 * (1 - 0.5 * Math.Pow(0.96, (state.step + 2) * momentum_decay));
                var product = state.mu_product * mu;
                double ofGradient = -lr * (1 - mu) / (1 - product), ofMean = -lr * next / (1 - product * next);
                var correction = 1 - Math.Pow(beta2, state.step + 1);
                var outcome = FusedStep.Take(
                    FusedMethod.NAdam, parameter, [state.exp_avg, state.exp_avg_sq],
                    [1, decay, ofGradient, ofMean, beta1, 1 - beta1, beta2, 1 - beta2, correction, eps]);
                if (outcome == FusedOutcome.NoGradient)
                    continue;
                state.step++;
                state.mu_product = product;
                if (outcome == FusedOutcome.Done)
                    continue;
                using var gradient = Gradient(parameter, false, decay);
                AdamUpdate.Moments(gradient, state.exp_avg, state.exp_avg_sq, beta1, beta2);
                using var denominator = Operators.div_Scalar.Call(state.exp_avg_sq, correction);
                Operators.sqrt_.Apply(denominator);
                Operators.add__Scalar.Apply(denominator, eps);
                Operators.addcdiv_.Apply(parameter, gradient, denominator, ofGradient);
                Operators.addcdiv_.Apply(parameter, state.exp_avg, denominator, ofMean);
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
            /// <summary>Adam with Nesterov momentum (Dozat, 2016), as PyTorch 2 computes it.</summary>
            public static NAdam NAdam(
                IEnumerable<Parameter> named_parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) =>
                new(named_parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);

            public static NAdam NAdam(
                IEnumerable<(string name, Parameter parameter)> named_parameters, double lr = 2e-3, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) =>
                new(named_parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, momentum_decay);

            public static NAdam NAdam(
                IEnumerable<NAdam.ParamGroup> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);
        }
    }
}
