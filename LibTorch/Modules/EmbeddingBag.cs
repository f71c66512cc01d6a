using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Sums, means or maxima of bags of a table's vectors.</summary>
    public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>
    {
        private readonly double? max_norm;
        private readonly double norm_type;
        private readonly bool scale_grad_by_freq;
        private readonly EmbeddingBagMode mode;
        private readonly bool sparse;
        private readonly bool include_last_offset;
        private readonly long padding_index;
        private Parameter? _weight;

        internal EmbeddingBag(
            Parameter weight, double? max_norm, double norm_type, bool scale_grad_by_freq, EmbeddingBagMode mode, bool sparse,
            bool include_last_offset, long padding_index)
            : base(nameof(EmbeddingBag))
        {
            this.weight = weight;
            this.max_norm = max_norm;
            this.norm_type = norm_type;
            this.scale_grad_by_freq = scale_grad_by_freq;
            this.mode = mode;
            this.sparse = sparse;
            this.include_last_offset = include_last_offset;
            this.padding_index = padding_index;
        }

        public Parameter weight
        {
            get => _weight!;
            set => Assign(nameof(weight), ref _weight, value);
        }

        /// <summary>Bags are the rows of a matrix, or begin at the offsets of a vector.</summary>
        public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
        {
            ArgumentNullException.ThrowIfNull(input);
            using var scope = NewDisposeScope();
            if (input.ndim == 2)
            {
                if (offsets is not null)
                    throw new ArgumentException(
                        "If input is 2D, then offsets has to be null, as input is treated as a mini-batch of fixed length " +
                        "sequences.", nameof(offsets));
                offsets = arange(0, input.numel(), input.size(1), input.dtype, input.device);
                input = input.reshape(-1);
                perSampleWeights = perSampleWeights?.reshape(-1);
            }
            else if (offsets is null)
            {
                throw new ArgumentNullException(nameof(offsets), "A vector of indices needs the offsets of its bags.");
            }
            if (max_norm is { } limit)
            {
                using var _ = no_grad();
                Operators.embedding_renorm_.Apply(weight, input, limit, norm_type);
            }
            var padding = padding_index < 0 ? Argument.None : padding_index;
            return Operators.embedding_bag_padding_idx.Call(
                weight, input, offsets, scale_grad_by_freq, (long)mode, sparse, perSampleWeights, include_last_offset, padding)
                .MoveToOuterDisposeScope();
        }

        public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => base.call(input, offsets, perSampleWeights);

        public Tensor call(Tensor input, Tensor? offsets) => base.call(input, offsets, null);

        public Tensor call(Tensor input) => base.call(input, null, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Sums, means or maxima of bags of a table's vectors.</summary>
            public static EmbeddingBag EmbeddingBag(
                long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false,
                bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null)
            {
                var weight = new Parameter(empty(num_embeddings, embedding_dims, dtype, device));
                init.normal_(weight);
                return new(weight, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index);
            }

            /// <summary>Bags of the given vectors.</summary>
            public static EmbeddingBag EmbeddingBag_from_pretrained(
                Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false,
                long padding_index = -1, Device? device = null, ScalarType? dtype = null)
            {
                ArgumentNullException.ThrowIfNull(embeddings);
                var weight = new Parameter(
                    embeddings.detach().to(dtype ?? embeddings.dtype, device ?? embeddings.device), requires_grad: !freeze);
                return new(weight, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index);
            }
        }
    }
}
