using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// The engine's own kernels of backward passes, and those of forward passes that keep what these need. TorchSharp has no methods for them, but compiles TorchScript, in which every operator of
/// the engine has a name. Generated code calls them; each gives tensors that the caller disposes.
/// </summary>
public static partial class Kernels
{
    private static readonly Lazy<jit.CompilationUnit> Script = new(() => jit.compile(string.Concat(
        Pointwise, Activating, Normalizing, Convolving, Folding, Pooling, Resampling, Classifying, Comparing, Looking, Multiplying, Recurring)));

    // TorchScript takes its arguments as objects: those of sizes are made once.
    private static readonly object[] Numbers = [.. Enumerable.Range(0, 256).Select(number => (object)number)];
    private static readonly object True = true;
    private static readonly object False = false;

    /// <summary>One kernel that makes a tensor.</summary>
    private static Tensor Call(string function, params object?[] arguments) => Script.Value.invoke<Tensor>(function, arguments!);

    /// <summary>One kernel that writes into its first argument.</summary>
    private static Tensor Apply(string function, params object?[] arguments)
    {
        Script.Value.invoke(function, arguments!);
        return (Tensor)arguments[0]!;
    }

    /// <summary>A size as an argument.</summary>
    private static object Box(long value) => value >= 0 && value < Numbers.Length ? Numbers[value] : (int)value;

    /// <summary>A truth value as an argument.</summary>
    internal static object Box(bool value) => value ? True : False;
}
