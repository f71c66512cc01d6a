using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules
{
    /// <summary>A recurrent layer (Elman, 1990).</summary>
    public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly RecurrentShape shape;
        private readonly nn.NonLinearities nonLinearity;

        internal RNN(RecurrentShape shape, nn.NonLinearities nonLinearity, Device? device, ScalarType? dtype) : base(nameof(RNN))
        {
            this.shape = shape;
            this.nonLinearity = nonLinearity;
            foreach (var (parameterName, parameter) in shape.Weights(device, dtype))
                register_parameter(parameterName, parameter);
        }

        /// <summary>The outputs of the last layer, and the last states of all layers.</summary>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
        {
            using var scope = NewDisposeScope();
            var (batch, unbatched) = shape.Batched(input);
            var state = h0 is null ? shape.Zeros(batch) : unbatched ? h0.unsqueeze(1) : h0;
            var (output, last) = (nonLinearity == nn.NonLinearities.ReLU ? Operators.rnn_relu_input : Operators.rnn_tanh_input).CallForTwo(
                batch, state, _internal_params.values().ToArray<Tensor>(), shape.Bias, shape.Layers, shape.Dropout, training,
                shape.Bidirectional, shape.BatchFirst);
            return scope.MoveToOuter(shape.Unbatched(output, unbatched), unbatched ? last.squeeze(1) : last);
        }

        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        /// <summary>The outputs of the last layer, and the last states of all layers, each at the end of its sequence.</summary>
        public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
        {
            ArgumentNullException.ThrowIfNull(input);
            using var scope = NewDisposeScope();
            var (output, last) = (nonLinearity == nn.NonLinearities.ReLU ? Operators.rnn_relu_data : Operators.rnn_tanh_data).CallForTwo(
                input.data, input.batch_sizes, shape.State(input, h0), _internal_params.values().ToArray<Tensor>(),
                shape.Bias, shape.Layers, shape.Dropout, training, shape.Bidirectional);
            return (input.With(output).MoveToOuterDisposeScope(), input.Unsorted(last).MoveToOuterDisposeScope());
        }

        /// <summary>Does nothing: the weights need no packing on the CPU, and libtorch packs them by itself elsewhere.</summary>
        public void flatten_parameters()
        {
        }

        public Parameter? get_bias_ih(long idx) => get_parameter($"bias_ih_l{idx}");

        public Parameter? get_bias_hh(long idx) => get_parameter($"bias_hh_l{idx}");

        public Parameter? get_weight_ih(long idx) => get_parameter($"weight_ih_l{idx}");

        public Parameter? get_weight_hh(long idx) => get_parameter($"weight_hh_l{idx}");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A recurrent layer (Elman, 1990).</summary>
            public static RNN RNN(
                long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true,
                bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null,
                ScalarType? dtype = null) =>
                new(new(1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), nonLinearity, device, dtype);
        }
    }
}
