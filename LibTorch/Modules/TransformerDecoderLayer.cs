using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Self-attention, attention to an encoder's output and two linear layers, of [L, N, E] (Vaswani et al., 2017).</summary>
    public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
    {
        private readonly MultiheadAttention self_attn;
        private readonly MultiheadAttention multihead_attn;
        private readonly Linear linear1;
        private readonly Dropout dropout;
        private readonly Linear linear2;
        private readonly LayerNorm norm1;
        private readonly LayerNorm norm2;
        private readonly LayerNorm norm3;
        private readonly Dropout dropout1;
        private readonly Dropout dropout2;
        private readonly Dropout dropout3;

        internal TransformerDecoderLayer(TransformerShape shape) : base(nameof(TransformerDecoderLayer))
        {
            Shape = shape;
            self_attn = shape.Attention();
            multihead_attn = shape.Attention();
            linear1 = shape.Up();
            dropout = shape.Drop();
            linear2 = shape.Down();
            norm1 = shape.Norm();
            norm2 = shape.Norm();
            norm3 = shape.Norm();
            dropout1 = shape.Drop();
            dropout2 = shape.Drop();
            dropout3 = shape.Drop();
            RegisterComponents();
        }

        internal TransformerShape Shape { get; }

        /// <param name="tgt">[T, N, E].</param>
        /// <param name="memory">What the encoder made, [S, N, E].</param>
        /// <param name="tgt_mask">[T, T]: what is added to the scores of the target, or true where they are hidden.</param>
        /// <param name="memory_mask">[T, S]: the same for the memory.</param>
        /// <param name="tgt_key_padding_mask">[N, T]: true where there is nothing.</param>
        /// <param name="memory_key_padding_mask">[N, S]: the same for the memory.</param>
        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
        {
            ArgumentNullException.ThrowIfNull(tgt);
            using var attended = TransformerShape.Residual(
                tgt, norm1, dropout1, x => self_attn.call(x, x, x, tgt_key_padding_mask, false, tgt_mask).Item1);
            using var informed = TransformerShape.Residual(
                attended, norm2, dropout2, x => multihead_attn.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1);
            return TransformerShape.Residual(
                informed, norm3, dropout3, x => linear2.call(dropout.call(Shape.Activate(linear1.call(x)))));
        }

        public new Tensor call(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

        public Tensor call(Tensor tgt, Tensor memory) => call(tgt, memory, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer of a transformer's decoder, of [L, N, E] (Vaswani et al., 2017).</summary>
            public static TransformerDecoderLayer TransformerDecoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1,
                Activations activation = Activations.ReLU) =>
                new(new(d_model, nhead, dim_feedforward, dropout, activation));
        }
    }
}
