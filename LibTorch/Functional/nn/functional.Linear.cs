using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Linear maps, distances and embeddings.
        public static partial class functional
        {
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Operators.linear.Call(input, weights, bias);

            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Operators.bilinear.Call(input1, input2, weight, bias);

            public static Tensor one_hot(Tensor x, long num_classes = -1) => Operators.one_hot.Call(x, num_classes);

            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                Operators.cosine_similarity.Call(x1, x2, dim, eps);

            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                Operators.pairwise_distance.Call(input1, input2, p, eps, keepdim);

            /// <summary>The input divided by its norm along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12)
            {
                using var norm = Operators.norm_ScalarOpt_dim.Call(input, p, Argument.List(dim), true);
                using var bounded = norm.clamp_min(eps);
                return input / bounded;
            }

            /// <summary>Softmax of scaled products of queries and keys, applied to the values.</summary>
            /// <remarks>One operator from libtorch 2 on; composed where the installed one has none.</remarks>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (Operators.scaled_dot_product_attention.Exists)
                    return Operators.scaled_dot_product_attention.Call(query, key, value, attn_mask, p, is_casual);

                ArgumentNullException.ThrowIfNull(query);
                ArgumentNullException.ThrowIfNull(key);
                if (attn_mask is not null && is_casual)
                    throw new ArgumentException("A causal attention takes no mask of its own.", nameof(attn_mask));
                using var scope = NewDisposeScope();
                var scale = 1 / Math.Sqrt(query.size(-1));
                var scores = (query * scale).matmul(key.transpose(-2, -1));
                if (is_casual)
                {
                    var visible = ones(query.size(-2), key.size(-2), ScalarType.Bool, query.device).tril();
                    scores = scores.masked_fill(visible.logical_not(), double.NegativeInfinity);
                }
                else if (attn_mask is { dtype: ScalarType.Bool })
                {
                    scores = scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity);
                }
                else if (attn_mask is not null)
                {
                    scores += attn_mask;
                }
                var weights = softmax(scores, -1);
                if (p > 0)
                    weights = dropout(weights, p);
                return weights.matmul(value).MoveToOuterDisposeScope();
            }
        }
    }
}
