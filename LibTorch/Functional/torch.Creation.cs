using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Copies and fills.

    public static Tensor clone(Tensor input) => Operators.clone.Call(input);

    public static Tensor resolve_conj(Tensor input) => Operators.resolve_conj.Call(input);

    public static Tensor resolve_neg(Tensor input) => Operators.resolve_neg.Call(input);
}
