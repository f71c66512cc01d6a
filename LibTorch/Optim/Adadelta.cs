using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Adadelta (Zeiler, 2012).</summary>
    public partial class Adadelta : OptimizerHelper
    {
        public Adadelta(
            IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
            bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
        {
        }

        public Adadelta(
            IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
            bool maximize = false)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(rho is >= 0 and <= 1, "rho value", rho);
            Require(eps >= 0, "epsilon value", eps);
            Require(weight_decay >= 0, "weight_decay value", weight_decay);

            Adopt(new ParamGroup([], lr, rho, eps, weight_decay, maximize).Options, parameters);
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

        public override void add_param_group(
            Modules.ParamGroup param_group) => Adopt<Options>(param_group, parameter => new State(parameter));

        private void Step(ParamGroup group)
        {
            var options = group.Options;
            double lr = options.LearningRate!.Value, rho = options.rho!.Value, eps = options.eps!.Value, decay = options.weight_decay!.Value;
            var maximize = options.maximize!.Value;
            foreach (var parameter in group.Parameters)
            {
                var state = (State)_state[parameter.Handle];
                var outcome = FusedStep.Take(
                    FusedMethod.Adadelta, parameter, [state.square_avg, state.acc_delta], [maximize ? -1 : 1, decay, -lr, rho, 1 - rho, eps]);
                if (outcome == FusedOutcome.NoGradient)
                    continue;
                state.step++;
                if (outcome == FusedOutcome.Done)
                    continue;
                using var gradient = Gradient(parameter, maximize, decay);
                Operators.mul__Scalar.Apply(state.square_avg, rho);
                Operators.addcmul_.Apply(state.square_avg, gradient, gradient, 1 - rho);
                using var deviation = Operators.add_Scalar.Call(state.square_avg, eps);
                Operators.sqrt_.Apply(deviation);
                using var delta = Operators.add_Scalar.Call(state.acc_delta, eps);
                Operators.sqrt_.Apply(delta);
                Operators.div__Tensor.Apply(delta, deviation);
                Operators.mul__Tensor.Apply(delta, gradient);
                Operators.mul__Scalar.Apply(state.acc_delta, rho);
                Operators.addcmul_.Apply(state.acc_delta, delta, delta, 1 - rho);
                Operators.add__Tensor.Apply(parameter, delta, -lr);
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
            /// <summary>Adadelta (Zeiler, 2012).</summary>
            public static Adadelta Adadelta(
                IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
                bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);

            public static Adadelta Adadelta(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6,
                double weight_decay = 0, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, rho, eps, weight_decay, maximize);

            public static Adadelta Adadelta(
                IEnumerable<Adadelta.ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6,
                double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);
        }
    }
}
