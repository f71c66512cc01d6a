using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>An encoder and a decoder, of [L, N, E], each with a normalization at its end (Vaswani et al., 2017).</summary>
    public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly TransformerEncoder encoder;
        private readonly TransformerDecoder decoder;

        internal Transformer(TransformerShape shape, long num_encoder_layers, long num_decoder_layers) : base(nameof(Transformer))
        {
            using (var layer = new TransformerEncoderLayer(shape))
                encoder = new TransformerEncoder(layer, num_encoder_layers, shape.Norm());
            using (var layer = new TransformerDecoderLayer(shape))
                decoder = new TransformerDecoder(layer, num_decoder_layers, shape.Norm());
            RegisterComponents();
            foreach (var parameter in parameters().Where(parameter => parameter.ndim > 1))
                nn.init.xavier_uniform_(parameter);
        }

        public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null);

        /// <param name="src">[S, N, E].</param>
        /// <param name="tgt">[T, N, E].</param>
        /// <param name="src_mask">[S, S]: what is added to the scores of the source, or true where they are hidden.</param>
        /// <param name="tgt_mask">[T, T]: the same for the target.</param>
        /// <param name="memory_mask">[T, S]: the same for what the decoder sees of the encoder.</param>
        /// <param name="src_key_padding_mask">[N, S]: true where there is nothing.</param>
        /// <param name="tgt_key_padding_mask">[N, T]: the same for the target.</param>
        /// <param name="memory_key_padding_mask">[N, S]: the same for what the decoder sees of the encoder.</param>
        public Tensor call(
            Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null,
            Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        {
            using var memory = encoder.call(src, src_mask, src_key_padding_mask);
            return decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>An encoder and a decoder, of [L, N, E] (Vaswani et al., 2017).</summary>
            public static Transformer Transformer(
                long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048,
                double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new(d_model, nhead, dim_feedforward, dropout, activation), num_encoder_layers, num_decoder_layers);
        }
    }
}
