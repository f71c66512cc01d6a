using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Hands the arguments of a TorchScript function to libtorch.</summary>
internal static unsafe class ScriptCall
{
    private const int InlineWords = 48;

    [SkipLocalsInit]
    public static void Invoke(nint function, string name, object?[] arguments, out NativeValue result)
    {
        // Values first, two words each; then the handles and numbers that they point at.
        var words = 0;
        foreach (var argument in arguments)
            words += 2 + Argument(argument).Words;
        if (words <= InlineWords)
        {
            var inline = stackalloc long[InlineWords];
            Invoke(function, name, arguments, inline, out result);
            return;
        }
        fixed (long* memory = new long[words])
            Invoke(function, name, arguments, memory, out result);
    }

    private static void Invoke(nint function, string name, object?[] arguments, long* memory, out NativeValue result)
    {
        var values = (NativeValue*)memory;
        var free = memory + 2 * arguments.Length;
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = Argument(arguments[i]);
            values[i] = argument.Lower(free);
            free += argument.Words;
        }
        NativeValue returned;
        NativeError.Check(NativeMethods.td_invoke(function, values, arguments.Length, &returned), name);
        GC.KeepAlive(arguments);
        result = returned;
    }

    private static Argument Argument(object? value) => value switch
    {
        null => default,
        Tensor tensor => tensor,
        Scalar scalar => scalar,
        double number => number,
        float number => (double)number,
        long number => number,
        int number => number,
        bool flag => flag,
        Tensor[] tensors => Checked(tensors),
        _ => throw new NotImplementedException($"Passing arguments of type {value.GetType().Name} to TorchScript."),
    };

    private static Tensor[] Checked(Tensor[] tensors) =>
        Array.IndexOf(tensors, null) < 0 ? tensors : throw new ArgumentNullException(nameof(tensors), "A list of tensors holds null.");
}
