using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules
{
    /// <summary>Long short-term memory (Hochreiter and Schmidhuber, 1997).</summary>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly RecurrentShape shape;

        internal LSTM(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(LSTM))
        {
            this.shape = shape;
            foreach (var (parameterName, parameter) in shape.Weights(device, dtype))
                register_parameter(parameterName, parameter);
        }

        /// <summary>The outputs of the last layer, and the last hidden and cell states of all layers.</summary>
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            using var scope = NewDisposeScope();
            var (batch, unbatched) = shape.Batched(input);
            var (h, c) = h0_c0 is not { } given ? (shape.Zeros(batch), shape.Zeros(batch))
                : unbatched ? (given.Item1.unsqueeze(1), given.Item2.unsqueeze(1))
                : given;
            var (output, lastH, lastC) = Operators.lstm_input.CallForThree(
                batch, new[] { h, c }, _internal_params.values().ToArray<Tensor>(), shape.Bias, shape.Layers, shape.Dropout, training,
                shape.Bidirectional, shape.BatchFirst);
            return scope.MoveToOuter(
                shape.Unbatched(output, unbatched), unbatched ? lastH.squeeze(1) : lastH, unbatched ? lastC.squeeze(1) : lastC);
        }

        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        /// <summary>The outputs of the last layer, and the last hidden and cell states of all layers, each at the end of its sequence.</summary>
        public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
        {
            ArgumentNullException.ThrowIfNull(input);
            using var scope = NewDisposeScope();
            var (h, c) = (shape.State(input, h0_c0?.Item1), shape.State(input, h0_c0?.Item2));
            var (output, lastH, lastC) = Operators.lstm_data.CallForThree(
                input.data, input.batch_sizes, new[] { h, c }, _internal_params.values().ToArray<Tensor>(), shape.Bias, shape.Layers,
                shape.Dropout, training, shape.Bidirectional);
            return (input.With(output).MoveToOuterDisposeScope(), input.Unsorted(lastH).MoveToOuterDisposeScope(),
                input.Unsorted(lastC).MoveToOuterDisposeScope());
        }

        /// <summary>Does nothing: the weights need no packing on the CPU, and libtorch packs them by itself elsewhere.</summary>
        public void flatten_parameters()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Long short-term memory (Hochreiter and Schmidhuber, 1997).</summary>
            public static LSTM LSTM(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device, dtype);
        }
    }
}
