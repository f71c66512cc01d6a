using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Makes objects of what a TorchScript function returned, and gives its memory back.</summary>
internal static unsafe class ScriptResult
{
    public static object? Take(in NativeValue value) => value.Tag switch
    {
        ValueTag.None => null,
        ValueTag.Tensor => new Tensor(value.Pointer),
        ValueTag.Int or ValueTag.Double or ValueTag.Bool or ValueTag.Complex => Number(value),
        ValueTag.TensorList => Tensors(value),
        ValueTag.List => Elements(value),
        ValueTag.Tuple => Tuple(Elements(value)),
        _ => throw new NotImplementedException("TorchScript returned what is no tensor, number, tuple or list."),
    };

    /// <summary>The result as a <typeparamref name="TResult"/>; a tuple of tensors is not boxed.</summary>
    public static TResult Take<TResult>(in NativeValue value)
    {
        if (typeof(TResult) == typeof((Tensor, Tensor)) && AreTensors(value, 2))
        {
            var elements = (NativeValue*)value.Pointer;
            var pair = (TensorAt(elements), TensorAt(elements + 1));
            NativeMethods.td_free(value.Pointer);
            return Unsafe.As<(Tensor, Tensor), TResult>(ref pair);
        }
        if (typeof(TResult) == typeof((Tensor, Tensor, Tensor)) && AreTensors(value, 3))
        {
            var elements = (NativeValue*)value.Pointer;
            var triple = (TensorAt(elements), TensorAt(elements + 1), TensorAt(elements + 2));
            NativeMethods.td_free(value.Pointer);
            return Unsafe.As<(Tensor, Tensor, Tensor), TResult>(ref triple);
        }
        return (TResult)Take(value)!;
    }

    private static Tensor TensorAt(NativeValue* value) => new(value->Pointer);

    private static bool AreTensors(in NativeValue value, int count)
    {
        if (value.Tag != ValueTag.Tuple || value.Length != count)
            return false;
        var elements = new ReadOnlySpan<NativeValue>((void*)value.Pointer, count);
        foreach (ref readonly var element in elements)
        {
            if (element.Tag != ValueTag.Tensor)
                return false;
        }
        return true;
    }

    private static Scalar Number(in NativeValue value)
    {
        switch (value.Tag)
        {
            case ValueTag.Int:
                return value.Integer;
            case ValueTag.Double:
                return value.Real;
            case ValueTag.Bool:
                return value.Integer != 0;
            default:
                var number = *(Complex*)value.Pointer;
                NativeMethods.td_free(value.Pointer);
                return number;
        }
    }

    private static Tensor[] Tensors(in NativeValue value)
    {
        var tensors = new Tensor[value.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(((nint*)value.Pointer)[i]);
        NativeMethods.td_free(value.Pointer);
        return tensors;
    }

    // An array of tensors or of numbers where all are, and otherwise of objects.
    private static Array Elements(in NativeValue value)
    {
        var elements = new object?[value.Length];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Take(((NativeValue*)value.Pointer)[i]);
        NativeMethods.td_free(value.Pointer);
        return elements is [Tensor, ..] && Array.TrueForAll(elements, element => element is Tensor)
            ? Array.ConvertAll(elements, element => (Tensor)element!)
            : Array.TrueForAll(elements, element => element is Scalar) ? Array.ConvertAll(elements, element => (Scalar)element!)
            : elements;
    }

    private static object? Tuple(Array elements) => elements switch
    {
        Tensor[] tensors => Tuple(tensors),
        Scalar[] scalars => Tuple(scalars),
        _ => Tuple((object?[])elements),
    };

    private static object? Tuple<T>(T[] elements) => elements switch
    {
        [var one] => one,
        [var first, var second] => (first, second),
        [var first, var second, var third] => (first, second, third),
        [var first, var second, var third, var fourth] => (first, second, third, fourth),
        [var first, var second, var third, var fourth, var fifth] => (first, second, third, fourth, fifth),
        _ => elements,
    };
}
