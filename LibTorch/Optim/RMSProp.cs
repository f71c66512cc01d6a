using TorchSharp.Interop;
using TorchSharp.Modules;
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
            var momentum = options.momentum!.Value;
            foreach (var (parameter, gradient, state) in Gradients<State>(group, options.maximize, options.weight_decay))
            {
                state.step++;
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
