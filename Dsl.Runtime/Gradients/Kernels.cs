using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// The engine's own kernels of backward passes, and those of forward passes that keep what these need. TorchSharp has no methods for them, but compiles TorchScript, in which every operator of
/// the engine has a name. Generated code calls them; each gives tensors that the caller disposes.
/// </summary>
public static partial class Kernels
{
    private static readonly Lazy<jit.CompilationUnit> Script = new(() => jit.compile(string.Concat(
        Pointwise, Activating, Normalizing, Convolving, Pooling, Resampling, Classifying, Comparing, Looking, Multiplying, Recurring)));

    /// <summary>One kernel that makes a tensor.</summary>
    private static Tensor Call(string function, params object?[] arguments) => Script.Value.invoke<Tensor>(function, arguments!);

    /// <summary>One kernel that writes into its first argument.</summary>
    private static Tensor Apply(string function, params object?[] arguments)
    {
        Script.Value.invoke(function, arguments!);
        return (Tensor)arguments[0]!;
    }
}
