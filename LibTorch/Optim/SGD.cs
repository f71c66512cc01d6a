using TorchSharp.Interop;
using TorchSharp.Modules;
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
            double lr = options.LearningRate!.Value, momentum = options.momentum!.Value, decay = options.weight_decay!.Value;
            double dampening = options.dampening!.Value;
            var maximize = options.maximize!.Value;
            foreach (var parameter in group.Parameters)
            {
                using var gradient = parameter.grad;
                if (gradient is null)
                    continue;
                var direction = gradient;
                if (decay != 0)
                    direction = Operators.add_Tensor.Call(direction, parameter, maximize ? -decay : decay);
                if (momentum != 0)
                {
                    var state = (State)_state[parameter.Handle];
                    if (state.momentum_buffer is null)
                    {
                        state.momentum_buffer = Operators.clone.Call(direction).DetachFromDisposeScope();
                    }
                    else
                    {
                        Operators.mul__Scalar.Apply(state.momentum_buffer, momentum);
                        Operators.add__Tensor.Apply(state.momentum_buffer, direction, 1 - dampening);
                    }
                    direction = options.nesterov!.Value
                        ? Operators.add_Tensor.Call(direction, state.momentum_buffer, momentum)
                        : state.momentum_buffer;
                }
                Operators.add__Tensor.Apply(parameter, direction, maximize ? lr : -lr);
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
