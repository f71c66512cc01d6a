namespace NeuralDsl.Benchmarks;

/// <summary>What kind of work an operator does, by its name.</summary>
internal static class OperatorGroup
{
    /// <summary>The groups in the order of the table, each with the beginnings of its operators' names; the first that fits counts.</summary>
    private static readonly (string Name, string[] Beginnings)[] Groups =
    [
        ("autograd's nodes", ["autograd::", "torch::autograd"]),
        ("matrix products and convolutions",
            ["mm", "addmm", "bmm", "baddbmm", "matmul", "linear", "mv", "addmv", "addr", "outer", "conv", "_conv", "mkldnn", "slow_conv", "thnn_conv", "einsum"]),
        ("recurrent layers", ["lstm", "gru", "gru_cell", "rnn", "_thnn"]),
        ("attention", ["scaled_dot_product", "_scaled_dot_product", "_native_multi_head", "_transformer", "_transform_bias"]),
        ("reductions",
            ["sum", "mean", "norm", "linalg_vector_norm", "max", "min", "argm", "any", "all", "prod", "var", "_foreach_norm", "logsumexp", "_local_scalar_dense", "item"]),
        ("normalization and softmax",
            ["native_layer_norm", "layer_norm", "native_batch_norm", "batch_norm", "_batch_norm", "_softmax", "softmax", "_log_softmax", "log_softmax", "_safe_softmax"]),
        ("pooling", ["max_pool", "avg_pool", "adaptive", "_adaptive"]),
        ("losses", ["nll_loss", "cross_entropy", "binary_cross_entropy", "mse_loss", "kl_div"]),
        ("embeddings and indices", ["embedding", "index", "gather", "scatter", "masked_select", "nonzero"]),
        ("random numbers and dropout", ["bernoulli", "native_dropout", "dropout", "rand", "normal", "uniform"]),
        ("memory and copies",
            ["empty", "new_", "zeros", "ones", "ones_like", "full", "full_like", "fill_", "zero_", "copy_", "clone", "contiguous", "cat", "stack", "to", "_to_copy", "resize", "arange", "lift"]),
        ("views",
            ["view", "view_as", "_unsafe_view", "reshape", "_reshape", "t", "transpose", "permute", "as_strided", "select", "slice", "narrow", "chunk", "split", "expand", "unsqueeze",
                "squeeze", "flatten", "unflatten", "detach", "alias", "unbind", "unsafe_chunk", "unsafe_split", "numpy_T", "unfold", "movedim", "swapaxes"]),
    ];

    /// <summary>All that is left.</summary>
    private const string Pointwise = "pointwise";

    /// <summary>The groups in the order of the table.</summary>
    public static IEnumerable<string> Names => [.. Groups.Skip(1).Select(group => group.Name), Pointwise, Groups[0].Name];

    public static string Of(string name)
    {
        var bare = name.StartsWith("aten::", StringComparison.Ordinal) ? name["aten::".Length..] : name;
        if (bare.Length == name.Length && name.Contains("Backward", StringComparison.Ordinal))
            return Groups[0].Name;
        foreach (var (group, beginnings) in Groups)
        {
            // "t" is a view, "tanh" is none, and "max_pool2d" is no "max": short names are whole ones.
            if (beginnings.Any(beginning => beginning.Length < 5 && !beginning.EndsWith('_') && beginning is not ("conv" or "lstm" or "rand" or "argm")
                ? bare == beginning
                : bare.StartsWith(beginning, StringComparison.Ordinal)))
                return group;
        }
        return Pointwise;
    }
}
