using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, with momentum (Sutskever et al., 2013).</summary>
    public partial class SGD : OptimizerHelper, IMomentum
    {
        public SGD(
            IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0,
            bool nesterov = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        public SGD(
            IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0,
            bool nesterov = false, bool maximize = false)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(momentum >= 0, "momentum value", momentum);
            Require(weight_decay >= 0, "weight_decay value", weight_decay);
            if (nesterov && (momentum <= 0 || dampening != 0))
                throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");

            Adopt(new ParamGroup([], lr, momentum, dampening, weight_decay, nesterov, maximize).Options, parameters);
        }

        public double Momentum
        {
            get => ((Options)_defaults).momentum!.Value;
            set => ((Options)_defaults).momentum = value;
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

        public override void add_param_group(
            Modules.ParamGroup param_group) => Adopt<Options>(param_group, parameter => new State(parameter));

        // PyTorch's order of operations, so that the numbers are the same.
        private void Step(ParamGroup group)
        {
            var options = group.Options;
            double momentum = options.momentum!.Value, dampening = options.dampening!.Value;
            var maximize = options.maximize!.Value;
            var rate = maximize ? options.LearningRate!.Value : -options.LearningRate!.Value;
            var decay = maximize ? -options.weight_decay!.Value : options.weight_decay!.Value;
            foreach (var parameter in group.Parameters)
            {
                if (momentum == 0)
                {
                    if (FusedStep.Take(FusedMethod.SGD, parameter, [], [1, decay, rate]) == FusedOutcome.NotForThis)
                    {
                        using var only = Gradient(parameter, false, decay);
                        Operators.add__Tensor.Apply(parameter, only, rate);
                    }
                    continue;
                }

                var state = (State)_state[parameter.Handle];
                double kept = momentum, share = 1 - dampening;
                if (state.momentum_buffer is null)
                {
                    if (!HasGradient(parameter))
                        continue;
                    // The first gradient is the momentum, whole.
                    state.momentum_buffer = zeros_like(parameter).DetachFromDisposeScope();
                    (kept, share) = (0, 1);
                }
                var method = options.nesterov!.Value ? FusedMethod.NesterovSGD : FusedMethod.MomentumSGD;
                if (FusedStep.Take(method, parameter, [state.momentum_buffer], [1, decay, rate, kept, share, momentum]) != FusedOutcome.NotForThis)
                    continue;
                using var gradient = Gradient(parameter, false, decay);
                Operators.mul__Scalar.Apply(state.momentum_buffer, kept);
                Operators.add__Tensor.Apply(state.momentum_buffer, gradient, share);
                using var ahead = options.nesterov!.Value ? Operators.add_Tensor.Call(gradient, state.momentum_buffer, momentum) : null;
                Operators.add__Tensor.Apply(parameter, ahead ?? state.momentum_buffer, rate);
            }
        }

        private static bool HasGradient(Parameter parameter)
        {
            using var gradient = parameter.grad;
            return gradient is not null;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Stochastic gradient descent, with momentum (Sutskever et al., 2013).</summary>
            public static SGD SGD(
                IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0, double dampening = 0.0,
                double weight_decay = 0.0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static SGD SGD(
                IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0.0,
                double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static SGD SGD(
                IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0.0,
                double weight_decay = 0.0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
