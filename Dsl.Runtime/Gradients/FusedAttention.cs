using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// Attention as one operator, which never holds the scores of all queries and keys (Dao et al. 2022, "FlashAttention"). Newer libtorch has it on the CPU: 2.6 and 2.10 do, 1.13 does not.
/// Where there is none, or none for what is asked, attention is products and a softmax.
/// </summary>
internal static class FusedAttention
{
    private const string Attending = """
        def attend(q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor], causal: bool, scale: Optional[float]):
            return torch._scaled_dot_product_flash_attention_for_cpu(q, k, v, 0.0, causal, attn_mask=mask, scale=scale)
        def backward(dy: Tensor, q: Tensor, k: Tensor, v: Tensor, y: Tensor, sums: Tensor, mask: Optional[Tensor], causal: bool, scale: Optional[float]):
            return torch._scaled_dot_product_flash_attention_for_cpu_backward(dy, q, k, v, y, sums, 0.0, causal, attn_mask=mask, scale=scale)

        """;

    private static readonly Lazy<jit.CompilationUnit?> Script = new(Compile);

    /// <summary>Whether it can attend: to what is there, on the CPU, where no weight is zeroed by chance.</summary>
    /// <param name="query">The queries.</param>
    /// <param name="value">The values, whose features are as many.</param>
    /// <param name="dropout">Probability of a weight to be zeroed.</param>
    public static bool Serves(Tensor query, Tensor value, double dropout) =>
        dropout == 0 && query.device_type == DeviceType.CPU && query.dtype is (ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16)
        && query.numel() > 0 && value.numel() > 0 && Script.Value is not null;

    /// <summary>What each query finds in the values.</summary>
    /// <param name="query"><c>[N, heads, T, e]</c>.</param>
    /// <param name="key"><c>[N, heads, S, e]</c>.</param>
    /// <param name="value"><c>[N, heads, S, e]</c>.</param>
    /// <param name="hidden">What is added to the scores to hide keys, which broadcasts to <c>[N, heads, T, S]</c>; null for none.</param>
    /// <param name="causal">Whether a query sees no later key.</param>
    /// <param name="scale">Factor of the scores; null for <c>1/√e</c>.</param>
    /// <returns><c>[N, heads, T, e]</c>, in memory in which the heads of a query stand side by side; the caller disposes it.</returns>
    public static Tensor Attend(Tensor query, Tensor key, Tensor value, Tensor? hidden, bool causal, double? scale)
    {
        using var byHead = ByHead(hidden);
        var (found, sums) = Run(query, key, value, byHead, causal, scale);
        sums.Dispose();
        return found;
    }

    /// <summary>The same in the forward pass of a training step: what <see cref="Backward"/> needs goes on the tape, which the tensors that are passed are given to.</summary>
    /// <inheritdoc cref="Attend"/>
    public static Tensor Forward(Tape tape, Tensor query, Tensor key, Tensor value, Tensor? hidden, bool causal, double? scale)
    {
        var byHead = ByHead(hidden);
        hidden?.Dispose();
        var (found, sums) = Run(query, key, value, byHead, causal, scale);
        tape.Push(query.DetachFromDisposeScope());
        tape.Push(key.DetachFromDisposeScope());
        tape.Push(value.DetachFromDisposeScope());
        tape.Push(byHead?.DetachFromDisposeScope());
        tape.Push(found.alias().DetachFromDisposeScope());
        tape.Push(sums.DetachFromDisposeScope());
        tape.PushSize(causal ? 1 : 0);
        return found;
    }

    /// <summary>The backward pass of what <see cref="Forward"/> left on the tape.</summary>
    /// <param name="tape">What it left; nothing of it is there afterwards.</param>
    /// <param name="dy">The gradient of what was found, <c>[N, heads, T, e]</c>, which the caller disposes.</param>
    /// <param name="scale">Factor of the scores; null for <c>1/√e</c>.</param>
    /// <returns>The gradients of queries, keys and values, each in memory in which the heads stand side by side; the caller disposes them.</returns>
    public static (Tensor Query, Tensor Key, Tensor Value) Backward(Tape tape, Tensor dy, double? scale)
    {
        var causal = tape.PopSize() != 0;
        using var sums = tape.Pop();
        using var found = tape.Pop();
        using var hidden = tape.PopOrNull();
        using var value = tape.Pop();
        using var key = tape.Pop();
        using var query = tape.Pop();
        return Script.Value!.invoke<(Tensor, Tensor, Tensor)>("backward", dy, query, key, value, found, sums, hidden!, Kernels.Box(causal), scale!);
    }

    /// <summary>What is found, and the logarithms of the sums of the weights before they are divided by them.</summary>
    private static (Tensor Found, Tensor Sums) Run(Tensor query, Tensor key, Tensor value, Tensor? hidden, bool causal, double? scale) =>
        Script.Value!.invoke<(Tensor, Tensor)>("attend", query, key, value, hidden!, Kernels.Box(causal), scale!);

    /// <summary>A view with four axes.</summary>
    private static Tensor? ByHead(Tensor? hidden) => hidden?.reshape([.. Enumerable.Repeat(1L, 4 - (int)hidden.dim()), .. hidden.shape]);

    private static jit.CompilationUnit? Compile()
    {
        try
        {
            return jit.compile(Attending);
        }
        // What libtorch says of an operator that it has not, or has with other arguments.
        catch (ExternalException error) when (error.Message.Contains("Unknown builtin op", StringComparison.Ordinal) || error.Message.Contains("Arguments for call are not valid", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
