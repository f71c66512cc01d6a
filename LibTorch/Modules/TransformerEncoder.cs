using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Copies of a layer one after the other (Vaswani et al., 2017).</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>
    {
        private readonly ModuleList<TransformerEncoderLayer> layers;
        private readonly LayerNorm? norm;

        internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers, LayerNorm? norm = null)
            : base(nameof(TransformerEncoder))
        {
            layers = TransformerShape.Copies(encoder_layer, num_layers, () => new(encoder_layer.Shape));
            this.norm = norm;
            RegisterComponents();
        }

        /// <summary>What a layer's linear layers have between them.</summary>
        public enum Activations
        {
            ReLU,
            GELU,
        }

        /// <inheritdoc cref="TransformerEncoderLayer.call(Tensor, Tensor, Tensor)"/>
        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var x = src;
            foreach (var layer in layers)
                x = layer.call(x, src_mask, src_key_padding_mask);
            return (norm?.call(x) ?? x).MoveToOuterDisposeScope();
        }

        public Tensor call(Tensor src, Tensor? src_mask) => base.call(src, src_mask, null);

        public Tensor call(Tensor src) => base.call(src, null, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Copies of a layer one after the other (Vaswani et al., 2017).</summary>
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) =>
                new(encoder_layer, num_layers);
        }
    }
}
