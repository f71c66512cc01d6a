using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Self-attention and two linear layers, each with what it was given added and normalized, of [L, N, E] (Vaswani et al., 2017).</summary>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>
    {
        private readonly MultiheadAttention self_attn;
        private readonly Linear linear1;
        private readonly Dropout dropout;
        private readonly Linear linear2;
        private readonly LayerNorm norm1;
        private readonly LayerNorm norm2;
        private readonly Dropout dropout1;
        private readonly Dropout dropout2;

        internal TransformerEncoderLayer(TransformerShape shape) : base(nameof(TransformerEncoderLayer))
        {
            Shape = shape;
            self_attn = shape.Attention();
            linear1 = shape.Up();
            dropout = shape.Drop();
            linear2 = shape.Down();
            norm1 = shape.Norm();
            norm2 = shape.Norm();
            dropout1 = shape.Drop();
            dropout2 = shape.Drop();
            RegisterComponents();
        }

        internal TransformerShape Shape { get; }

        public override Tensor forward(Tensor src) => call(src, null, null);

        /// <param name="src">[L, N, E].</param>
        /// <param name="src_mask">[L, L] or [N * heads, L, L]: what is added to the scores, or true where they are hidden.</param>
        /// <param name="src_key_padding_mask">[N, L]: true where there is nothing.</param>
        public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            ArgumentNullException.ThrowIfNull(src);
            using var attended = TransformerShape.Residual(
                src, norm1, dropout1, x => self_attn.call(x, x, x, src_key_padding_mask, false, src_mask).Item1);
            return TransformerShape.Residual(
                attended, norm2, dropout2, x => linear2.call(dropout.call(Shape.Activate(linear1.call(x)))));
        }

        public Tensor call(Tensor src, Tensor? src_mask) => call(src, src_mask, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer of a transformer's encoder, of [L, N, E] (Vaswani et al., 2017).</summary>
            public static TransformerEncoderLayer TransformerEncoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1,
                Activations activation = Activations.ReLU) =>
                new(new(d_model, nhead, dim_feedforward, dropout, activation));
        }
    }
}
