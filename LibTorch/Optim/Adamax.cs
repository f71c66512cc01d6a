using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Adamax, which is Adam with the infinity norm (Kingma and Ba, 2014).</summary>
    public partial class Adamax : OptimizerHelper, IBetas
    {
        public Adamax(
            IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
        {
        }

        public Adamax(
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
            foreach (var parameter in group.Parameters)
            {
                var state = (State)_state[parameter.Handle];
                var rate = -lr / (1 - Math.Pow(beta1, state.step + 1));
                var outcome = FusedStep.Take(
                    FusedMethod.Adamax, parameter, [state.exp_avg, state.exp_inf], [1, decay, rate, beta1, 1 - beta1, beta2, eps]);
                if (outcome == FusedOutcome.NoGradient)
                    continue;
                state.step++;
                if (outcome == FusedOutcome.Done)
                    continue;
                using var gradient = Gradient(parameter, false, decay);
                Operators.mul__Scalar.Apply(state.exp_avg, beta1);
                Operators.add__Tensor.Apply(state.exp_avg, gradient, 1 - beta1);
                using var size = Operators.abs.Call(gradient);
                Operators.add__Scalar.Apply(size, eps);
                Operators.mul__Scalar.Apply(state.exp_inf, beta2);
                Operators.maximum_out.Apply(state.exp_inf, size, state.exp_inf);
                Operators.addcdiv_.Apply(parameter, state.exp_avg, state.exp_inf, rate);
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
            /// <summary>Adamax, which is Adam with the infinity norm (Kingma and Ba, 2014).</summary>
            public static Adamax Adamax(
                IEnumerable<Parameter> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay);

            public static Adamax Adamax(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 2e-3, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) =>
                new(parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay);

            public static Adamax Adamax(
                IEnumerable<Adamax.ParamGroup> parameters, double lr = 2e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay);
        }
    }
}
