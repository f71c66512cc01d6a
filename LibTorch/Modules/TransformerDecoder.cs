using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Copies of a layer one after the other, all with the same memory (Vaswani et al., 2017).</summary>
    public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
    {
        private readonly ModuleList<TransformerDecoderLayer> layers;
        private readonly LayerNorm? norm;

        internal TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers, LayerNorm? norm = null)
            : base(nameof(TransformerDecoder))
        {
            layers = TransformerShape.Copies(decoder_layer, num_layers, () => new(decoder_layer.Shape));
            this.norm = norm;
            RegisterComponents();
        }

        /// <inheritdoc cref="TransformerDecoderLayer.forward(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)"/>
        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null)
        {
            using var scope = NewDisposeScope();
            var x = tgt;
            foreach (var layer in layers)
                x = layer.call(x, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
            return (norm?.call(x) ?? x).MoveToOuterDisposeScope();
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
            /// <summary>Copies of a layer one after the other, all with the same memory (Vaswani et al., 2017).</summary>
            public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) =>
                new(decoder_layer, num_layers);
        }
    }
}
