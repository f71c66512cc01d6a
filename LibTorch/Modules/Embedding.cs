using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A table of vectors, looked up by number.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long padding;
        private readonly double? max_norm;
        private readonly double norm_type;
        private readonly bool scale_grad_by_freq;
        private readonly bool sparse;
        private Parameter? _weight;

        internal Embedding(
            Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
            : base(nameof(Embedding))
        {
            var rows = weight.size(0);
            if (padding_idx >= rows || padding_idx < -rows)
                throw new ArgumentException($"padding_idx ({padding_idx}) must be within num_embeddings ({rows}).", nameof(padding_idx));
            this.weight = weight;
            // libtorch knows no padding by -1, and counts from the start.
            padding = padding_idx is { } row ? row < 0 ? row + rows : row : -1;
            this.max_norm = max_norm;
            this.norm_type = norm_type;
            this.scale_grad_by_freq = scale_grad_by_freq;
            this.sparse = sparse;
        }

        /// <summary>[num_embeddings, embedding_dims].</summary>
        public Parameter weight
        {
            get => _weight!;
            set => Assign(nameof(weight), ref _weight, value);
        }

        public override Tensor forward(Tensor input)
        {
            if (max_norm is { } limit)
            {
                using var _ = no_grad();
                using var indices = input.contiguous();
                Operators.embedding_renorm_.Apply(weight, indices, limit, norm_type);
            }
            return Operators.embedding.Call(weight, input, padding, scale_grad_by_freq, sparse);
        }

        internal static Embedding Create(
            long num_embeddings, long embedding_dims, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq,
            bool sparse, Device? device, ScalarType? dtype)
        {
            var embedding = new Embedding(
                new Parameter(empty(num_embeddings, embedding_dims, dtype, device)), padding_idx, max_norm, norm_type,
                scale_grad_by_freq, sparse);
            nn.init.normal_(embedding.weight);
            if (embedding.padding >= 0)
            {
                using var row = embedding.weight.detach().select(0, embedding.padding);
                row.zero_();
            }
            return embedding;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors, looked up by number; the row at padding_idx is zero and is not trained.</summary>
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                Modules.Embedding.Create(
                    num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);

            /// <summary>A table of the given vectors.</summary>
            public static Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                ArgumentNullException.ThrowIfNull(embeddings);
                var weight = new Parameter(
                    embeddings.detach().to(dtype ?? embeddings.dtype, device ?? embeddings.device), requires_grad: !freeze);
                return new(weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }
        }
    }
}
