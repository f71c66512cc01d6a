using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>RMSProp (Hinton, 2012), centered (Graves, 2013) or not.</summary>
    public partial class RMSProp : OptimizerHelper, IMomentum
    {
        public RMSProp(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
            double momentum = 0, bool centered = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        public RMSProp(
            IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
            double momentum = 0, bool centered = false, bool maximize = false)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(alpha >= 0, "alpha", alpha);
            Require(eps >= 0, "eps", eps);
            Require(weight_decay >= 0, "weight_decay value", weight_decay);
            Require(momentum >= 0, "momentum value", momentum);

            var defaults = new ParamGroup([], lr, eps, alpha, weight_decay, momentum, centered).Options;
            defaults.maximize = maximize;
            Adopt(defaults, parameters);
        }

        public double Momentum
        {
            get => ((Options)_defaults).momentum!.Value;
            set => ((Options)_defaults).momentum = value;
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

        public override void add_param_group(
            Modules.ParamGroup param_group) => Adopt<Options>(param_group, parameter => new State(parameter));

        private void Step(ParamGroup group)
        {
            var options = group.Options;
            double lr = options.LearningRate!.Value, alpha = options.alpha!.Value, eps = options.eps!.Value;
            double momentum = options.momentum!.Value, decay = options.weight_decay!.Value;
            var maximize = options.maximize!.Value;
            foreach (var parameter in group.Parameters)
            {
                var state = (State)_state[parameter.Handle];
                ReadOnlySpan<double> coefficients = [maximize ? -1 : 1, decay, -lr, alpha, 1 - alpha, eps, momentum];
                var outcome = (state.grad_avg, state.momentum_buffer) switch
                {
                    (null, null) => FusedStep.Take(FusedMethod.RMSProp, parameter, [state.square_avg], coefficients),
                    (null, { } buffer) => FusedStep.Take(FusedMethod.MomentumRMSProp, parameter, [state.square_avg, buffer], coefficients),
                    ({ } mean, null) => FusedStep.Take(FusedMethod.CenteredRMSProp, parameter, [state.square_avg, mean], coefficients),
                    ({ } mean, { } buffer) =>
                        FusedStep.Take(FusedMethod.CenteredMomentumRMSProp, parameter, [state.square_avg, mean, buffer], coefficients),
                };
                if (outcome == FusedOutcome.NoGradient)
                    continue;
                state.step++;
                if (outcome == FusedOutcome.NotForThis)
                    Compose(parameter, state, lr, alpha, eps, momentum, maximize, decay);
            }
        }

        private static void Compose(
            Parameter parameter, State state, double lr, double alpha, double eps, double momentum, bool maximize, double decay)
        {
            using var gradient = Gradient(parameter, maximize, decay);
            Operators.mul__Scalar.Apply(state.square_avg, alpha);
            Operators.addcmul_.Apply(state.square_avg, gradient, gradient, 1 - alpha);

            var average = state.square_avg;
            if (state.grad_avg is { } mean)
            {
                Operators.mul__Scalar.Apply(mean, alpha);
                Operators.add__Tensor.Apply(mean, gradient, 1 - alpha);
                average = Operators.addcmul.Call(average, mean, mean, -1);
            }
            using var root = Operators.sqrt.Call(average);
            Operators.add__Scalar.Apply(root, eps);
            if (state.momentum_buffer is { } buffer)
            {
                Operators.mul__Scalar.Apply(buffer, momentum);
                Operators.addcdiv_.Apply(buffer, gradient, root);
                Operators.add__Tensor.Apply(parameter, buffer, -lr);
            }
            else
            {
                Operators.addcdiv_.Apply(parameter, gradient, root, -lr);
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
            /// <summary>RMSProp (Hinton, 2012), centered (Graves, 2013) or not.</summary>
            public static RMSProp RMSProp(
                IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static RMSProp RMSProp(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
                double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static RMSProp RMSProp(
                IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
                double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}
