using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Attention in several subspaces, of [L, N, E] (Vaswani et al., 2017).</summary>
    public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
    {
        private readonly long embedded_dim;
        private readonly long num_heads;
        private readonly double dropout;
        private readonly bool add_zero_attn;
        private readonly Linear out_proj;
        private Parameter? in_proj_weight;
        private Parameter? q_proj_weight;
        private Parameter? k_proj_weight;
        private Parameter? v_proj_weight;
        private Parameter? in_proj_bias;
        private Parameter? bias_k;
        private Parameter? bias_v;

        internal MultiheadAttention(
            long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim, long? vdim)
            : base(nameof(MultiheadAttention))
        {
            if (num_heads <= 0 || embedded_dim % num_heads != 0)
                throw new ArgumentException(
                    $"embedded_dim ({embedded_dim}) must be divisible by num_heads ({num_heads}).", nameof(num_heads));
            this.embedded_dim = embedded_dim;
            this.num_heads = num_heads;
            this.dropout = dropout;
            this.add_zero_attn = add_zero_attn;

            // PyTorch draws the output's weights first and overwrites its bias at the end.
            out_proj = nn.Linear(embedded_dim, embedded_dim, bias);
            if ((kdim ?? embedded_dim) == embedded_dim && (vdim ?? embedded_dim) == embedded_dim)
            {
                Assign(nameof(in_proj_weight), ref in_proj_weight, Drawn(3 * embedded_dim, embedded_dim));
            }
            else
            {
                Assign(nameof(q_proj_weight), ref q_proj_weight, Drawn(embedded_dim, embedded_dim));
                Assign(nameof(k_proj_weight), ref k_proj_weight, Drawn(embedded_dim, kdim ?? embedded_dim));
                Assign(nameof(v_proj_weight), ref v_proj_weight, Drawn(embedded_dim, vdim ?? embedded_dim));
            }
            if (bias)
            {
                Assign(nameof(in_proj_bias), ref in_proj_bias, new Parameter(zeros(3 * embedded_dim)));
                nn.init.zeros_(out_proj.bias!);
            }
            if (add_bias_kv)
            {
                Assign(nameof(bias_k), ref bias_k, new Parameter(nn.init.xavier_normal_(empty(1, 1, embedded_dim))));
                Assign(nameof(bias_v), ref bias_v, new Parameter(nn.init.xavier_normal_(empty(1, 1, embedded_dim))));
            }
            register_module(nameof(out_proj), out_proj);

            static Parameter Drawn(long rows, long columns) => new(nn.init.xavier_uniform_(empty(rows, columns)));
        }

        /// <summary>The attended values [L, N, E] and, if wanted, the weights [N, L, S], the mean over the heads.</summary>
        public override Tuple<Tensor, Tensor> forward(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            ArgumentNullException.ThrowIfNull(query);
            ArgumentNullException.ThrowIfNull(key);
            ArgumentNullException.ThrowIfNull(value);
            using var scope = NewDisposeScope();
            var (length, batch) = (query.size(0), query.size(1));
            var (q, k, v) = Projected(query, key, value);
            var mask = Added(attn_mask, q.dtype);
            var padding = Added(key_padding_mask, q.dtype);
            if (bias_k is not null)
            {
                k = cat([k, bias_k.repeat(1, batch, 1)]);
                v = cat([v, bias_v!.repeat(1, batch, 1)]);
                (mask, padding) = (Widened(mask), Widened(padding));
            }
            q = Heads(q);
            k = Heads(k);
            v = Heads(v);
            if (add_zero_attn)
            {
                var zero = zeros([k.size(0), 1, k.size(2)], k.dtype, k.device);
                k = cat([k, zero], 1);
                v = cat([v, zero], 1);
                (mask, padding) = (Widened(mask), Widened(padding));
            }
            if (padding is not null)
            {
                var expanded = padding.view(batch, 1, 1, -1).expand(-1, num_heads, -1, -1).reshape(batch * num_heads, 1, -1);
                mask = mask is null ? expanded : mask + expanded;
            }

            var scores = (q / Math.Sqrt(embedded_dim / num_heads)).bmm(k.transpose(-2, -1));
            if (mask is not null)
                scores += mask;
            var weights = nn.functional.softmax(scores, -1);
            if (dropout > 0)
                weights = nn.functional.dropout(weights, dropout, training);
            var attended = weights.bmm(v).transpose(0, 1).reshape(length * batch, embedded_dim);
            var output = out_proj.call(attended).view(length, batch, -1).MoveToOuterDisposeScope();
            if (!need_weights)
                return new(output, null!);
            return new(output, weights.view(batch, num_heads, length, -1).mean([1]).MoveToOuterDisposeScope());
        }

        public new Tuple<Tensor, Tensor> call(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        private (Tensor q, Tensor k, Tensor v) Projected(Tensor query, Tensor key, Tensor value)
        {
            var biases = in_proj_bias?.chunk(3) ?? new Tensor?[3];
            if (in_proj_weight is not null)
            {
                if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
                {
                    var all = nn.functional.linear(query, in_proj_weight, in_proj_bias).chunk(3, -1);
                    return (all[0], all[1], all[2]);
                }
                var weights = in_proj_weight.chunk(3);
                return (nn.functional.linear(query, weights[0], biases[0]), nn.functional.linear(key, weights[1], biases[1]),
                    nn.functional.linear(value, weights[2], biases[2]));
            }
            return (nn.functional.linear(query, q_proj_weight!, biases[0]), nn.functional.linear(key, k_proj_weight!, biases[1]),
                nn.functional.linear(value, v_proj_weight!, biases[2]));
        }

        private Tensor Heads(Tensor x) => x.contiguous().view(x.size(0), x.size(1) * num_heads, embedded_dim / num_heads).transpose(0, 1);

        // True is hidden; a number is added to the score.
        private static Tensor? Added(Tensor? mask, ScalarType dtype) => mask is { dtype: ScalarType.Bool or ScalarType.Byte }
            ? torch.zeros(mask.shape, dtype, mask.device).masked_fill_(mask.@bool(), double.NegativeInfinity)
            : mask;

        private static Tensor? Widened(Tensor? mask) => mask is null ? null : nn.functional.pad(mask, (0, 1));
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Attention in several subspaces, of [L, N, E] (Vaswani et al., 2017).</summary>
            public static MultiheadAttention MultiheadAttention(
                long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false,
                bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
                new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);
        }
    }
}
