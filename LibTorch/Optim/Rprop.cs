using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Resilient backpropagation: a step size for each weight, from signs only (Riedmiller and Braun, 1993).</summary>
    public partial class Rprop : OptimizerHelper
    {
        public Rprop(
            IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
            double max_step = 50, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
        {
        }

        public Rprop(
            IEnumerable<ParamGroup> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
            double max_step = 50, bool maximize = false)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(etaminus is > 0 and < 1, "etaminus", etaminus);
            Require(etaplus > 1, "etaplus", etaplus);

            Adopt(new ParamGroup([], lr, etaminus, etaplus, min_step, max_step, maximize).Options, parameters);
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

        public override void add_param_group(
            Modules.ParamGroup param_group) => Adopt<Options>(param_group, parameter => new State(parameter));

        private void Step(ParamGroup group)
        {
            var options = group.Options;
            double etaminus = options.etaminus!.Value, etaplus = options.etaplus!.Value;
            var maximize = options.maximize!.Value;
            foreach (var parameter in group.Parameters)
            {
                var state = (State)_state[parameter.Handle];
                var outcome = FusedStep.Take(
                    FusedMethod.Rprop, parameter, [state.prev, state.step_size],
                    [maximize ? -1 : 1, 0, etaminus, etaplus, options.min_step!.Value, options.max_step!.Value]);
                if (outcome == FusedOutcome.NoGradient)
                    continue;
                state.step++;
                if (outcome == FusedOutcome.Done)
                    continue;
                using var gradient = Gradient(parameter, maximize, 0);
                using var agreement = Operators.mul_Tensor.Call(gradient, state.prev);
                using var grows = Operators.gt_Scalar.Call(agreement, 0);
                using var shrinks = Operators.lt_Scalar.Call(agreement, 0);
                using var factor = Operators.ones_like.Call(agreement);
                Operators.masked_fill__Scalar.Apply(factor, grows, etaplus);
                Operators.masked_fill__Scalar.Apply(factor, shrinks, etaminus);
                Operators.mul__Tensor.Apply(state.step_size, factor);
                Operators.clamp_.Apply(state.step_size, options.min_step, options.max_step);

                // A weight whose gradient turned around waits for the next step.
                Operators.copy_.Apply(state.prev, gradient);
                Operators.masked_fill__Scalar.Apply(state.prev, shrinks, 0);
                using var sign = Operators.sign.Call(state.prev);
                Operators.addcmul_.Apply(parameter, sign, state.step_size, -1);
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
            /// <summary>Resilient backpropagation: a step size for each weight, from signs only (Riedmiller and Braun, 1993).</summary>
            public static Rprop Rprop(
                IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2,
                double min_step = 1e-6, double max_step = 50, bool maximize = false) =>
                new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);

            public static Rprop Rprop(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double etaminus = 0.5,
                double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, etaminus, etaplus, min_step, max_step, maximize);

            public static Rprop Rprop(
                IEnumerable<Rprop.ParamGroup> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2,
                double min_step = 1e-6, double max_step = 50, bool maximize = false) =>
                new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);
        }
    }
}
