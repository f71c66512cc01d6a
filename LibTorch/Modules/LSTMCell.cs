using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of long short-term memory.</summary>
    public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private readonly long hiddenSize;
        private Parameter? _weight_ih;
        private Parameter? _weight_hh;
        private Parameter? _bias_ih;
        private Parameter? _bias_hh;

        internal LSTMCell(
            long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LSTMCell))
        {
            this.hiddenSize = hiddenSize;
            var bound = 1 / Math.Sqrt(hiddenSize);
            weight_ih = Weight(4 * hiddenSize, inputSize);
            weight_hh = Weight(4 * hiddenSize, hiddenSize);
            if (bias)
            {
                bias_ih = Weight(4 * hiddenSize);
                bias_hh = Weight(4 * hiddenSize);
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

        /// <summary>The next hidden and cell states; without states before, those are zeros.</summary>
        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            ArgumentNullException.ThrowIfNull(input);
            if (input.ndim == 1)
            {
                using var scope = NewDisposeScope();
                var (
                    h, c) = forward(input.unsqueeze(0),
                    h0_c0 is { } states ? (states.Item1.unsqueeze(0), states.Item2.unsqueeze(0)) : null);
                return scope.MoveToOuter(h.squeeze(0), c.squeeze(0));
            }
            if (h0_c0 is { } given)
                return Next(input, given.Item1, given.Item2);
            using var zero = zeros(input.size(0), hiddenSize, input.dtype, input.device);
            return Next(input, zero, zero);
        }

        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        private (Tensor, Tensor) Next(Tensor input, Tensor h, Tensor c) =>
            Operators.lstm_cell.CallForTwo(input, new[] { h, c }, weight_ih, weight_hh, bias_ih, bias_hh);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of long short-term memory.</summary>
            public static LSTMCell LSTMCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
