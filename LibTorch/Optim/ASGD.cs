using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Averaged stochastic gradient descent (Polyak and Juditsky, 1992).</summary>
    public partial class ASGD : OptimizerHelper
    {
        public ASGD(
            IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6,
            double weight_decay = 0, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
        {
        }

        public ASGD(
            IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6,
            double weight_decay = 0, bool maximize = false)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(weight_decay >= 0, "weight_decay value", weight_decay);

            var defaults = new ParamGroup([], lr, lambd, alpha, t0, weight_decay).Options;
            defaults.maximize = maximize;
            Adopt(defaults, parameters);
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup<Options>>(Step, closure);

        public override void add_param_group(
            Modules.ParamGroup param_group) => Adopt<Options>(param_group, parameter => new State(parameter));

        private void Step(ParamGroup<Options> group)
        {
            var options = group.Options;
            double lr = options.LearningRate!.Value, lambd = options.lambd!.Value, alpha = options.alpha!.Value, t0 = options.t0!.Value;
            var decay = options.weight_decay!.Value;
            var maximize = options.maximize!.Value;
            foreach (var parameter in group.Parameters)
            {
                var state = (State)_state[parameter.Handle];
                var shrink = 1 - lambd * state.eta;
                var outcome = FusedStep.Take(
                    FusedMethod.ASGD, parameter, [state.ax], [maximize ? -1 : 1, decay, -state.eta, shrink, state.mu]);
                if (outcome == FusedOutcome.NoGradient)
                    continue;
                if (outcome == FusedOutcome.NotForThis)
                {
                    using var gradient = Gradient(parameter, maximize, decay);
                    Operators.mul__Scalar.Apply(parameter, shrink);
                    Operators.add__Tensor.Apply(parameter, gradient, -state.eta);
                    using var difference = Operators.sub_Tensor.Call(parameter, state.ax);
                    Operators.add__Tensor.Apply(state.ax, difference, state.mu);
                }
                state.step++;
                state.eta = lr / Math.Pow(1 + lambd * lr * state.step, alpha);
                state.mu = 1 / Math.Max(1, state.step - t0);
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
            /// <summary>Averaged stochastic gradient descent (Polyak and Juditsky, 1992).</summary>
            public static ASGD ASGD(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6,
                double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);

            public static ASGD ASGD(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double lambd = 1e-4,
                double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, lambd, alpha, t0, weight_decay, maximize);

            public static ASGD ASGD(
                IEnumerable<ParamGroup<ASGD.Options>> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75,
                double t0 = 1e6, double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);
        }
    }
}
