using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a recurrent layer.</summary>
    public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly long hiddenSize;
        private readonly nn.NonLinearities nonLinearity;
        private Parameter? _weight_ih;
        private Parameter? _weight_hh;
        private Parameter? _bias_ih;
        private Parameter? _bias_hh;

        internal RNNCell(
            long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(RNNCell))
        {
            this.hiddenSize = hiddenSize;
            this.nonLinearity = nonLinearity;
            var bound = 1 / Math.Sqrt(hiddenSize);
            weight_ih = Weight(1 * hiddenSize, inputSize);
            weight_hh = Weight(1 * hiddenSize, hiddenSize);
            if (bias)
            {
                bias_ih = Weight(1 * hiddenSize);
                bias_hh = Weight(1 * hiddenSize);
            }

            Parameter Weight(params long[] shape)
            {
                var parameter = new Parameter(empty(shape, dtype, device));
                nn.init.uniform_(parameter, -bound, bound);
                return parameter;
            }
        }

        public Parameter weight_ih
        {
            get => _weight_ih!;
            set => Assign(nameof(weight_ih), ref _weight_ih, value);
        }

        public Parameter weight_hh
        {
            get => _weight_hh!;
            set => Assign(nameof(weight_hh), ref _weight_hh, value);
        }

        public Parameter? bias_ih
        {
            get => _bias_ih;
            set => Assign(nameof(bias_ih), ref _bias_ih, value);
        }

        public Parameter? bias_hh
        {
            get => _bias_hh;
            set => Assign(nameof(bias_hh), ref _bias_hh, value);
        }

        /// <summary>The next state; without a state before, that is zeros.</summary>
        public override Tensor forward(Tensor input, Tensor? h0 = null)
        {
            ArgumentNullException.ThrowIfNull(input);
            using var scope = NewDisposeScope();
            var batch = input.ndim == 1 ? input.unsqueeze(0) : input;
            var state = h0 is null ? zeros(batch.size(0), hiddenSize, input.dtype, input.device)
                : input.ndim == 1 ? h0.unsqueeze(0)
                : h0;
            var next = (
                nonLinearity == nn.NonLinearities.ReLU ? Operators.rnn_relu_cell : Operators.rnn_tanh_cell).Call(batch, state, weight_ih,
                weight_hh, bias_ih, bias_hh);
            return scope.MoveToOuter(input.ndim == 1 ? next.squeeze(0) : next);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of a recurrent layer.</summary>
            public static RNNCell RNNCell(
                long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }
}
