using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Adagrad (Duchi et al., 2011).</summary>
    public partial class Adagrad : OptimizerHelper
    {
        public Adagrad(
            IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10)
            : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
        {
        }

        public Adagrad(
            IEnumerable<ParamGroup> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(lr_decay >= 0, "lr_decay", lr_decay);
            Require(weight_decay >= 0, "weight_decay value", weight_decay);
            Require(initial_accumulator_value >= 0, "initial_accumulator_value", initial_accumulator_value);
            Require(eps >= 0, "eps", eps);

            Adopt(new ParamGroup([], lr, lr_decay, weight_decay, initial_accumulator_value, eps).Options, parameters);
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

        public override void add_param_group(
            Modules.ParamGroup param_group) => Adopt<Options>(param_group, parameter => new State(parameter));

        private void Step(ParamGroup group)
        {
            var options = group.Options;
            double lr = options.LearningRate!.Value, lr_decay = options.lr_decay!.Value, eps = options.eps!.Value;
            var decay = options.weight_decay!.Value;
            foreach (var parameter in group.Parameters)
            {
                var state = (State)_state[parameter.Handle];
                var rate = -lr / (1 + state.step * lr_decay);
                var outcome = FusedStep.Take(FusedMethod.Adagrad, parameter, [state.sum], [1, decay, rate, eps]);
                if (outcome == FusedOutcome.NoGradient)
                    continue;
                state.step++;
                if (outcome == FusedOutcome.Done)
                    continue;
                using var gradient = Gradient(parameter, false, decay);
                Operators.addcmul_.Apply(state.sum, gradient, gradient, 1);
                using var root = Operators.sqrt.Call(state.sum);
                Operators.add__Scalar.Apply(root, eps);
                Operators.addcdiv_.Apply(parameter, gradient, root, rate);
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
            /// <summary>Adagrad (Duchi et al., 2011).</summary>
            public static Adagrad Adagrad(
                IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            public static Adagrad Adagrad(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters.Select(named => named.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            public static Adagrad Adagrad(
                IEnumerable<Adagrad.ParamGroup> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);
        }
    }
}
