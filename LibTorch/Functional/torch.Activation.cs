using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Activations.

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => Operators.softmax_int.Call(input, dim, dtype);
}
