using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// An operator of libtorch's dispatcher, such as <c>aten::add.Tensor</c>: looked up by name when it is first called, called with
/// boxed arguments from then on.
/// </summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int InlineArguments = 16;
    private const int InlineWords = 32;

    private nint handle;
    private Operator? writing;

    /// <summary>Whether the installed libtorch has the operator; one that it lacks must be composed.</summary>
    public bool Exists => handle != 0 || TryFind();

    /// <summary>Calls an operator that returns a tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return new Tensor(result.Pointer);
    }

    /// <summary>Calls an operator that returns a tensor, or its overload that writes into one if there is one to write into.</summary>
    public Tensor CallInto(Tensor? @out, params ReadOnlySpan<Argument> arguments)
    {
        if (@out is null)
            return Call(arguments);
        writing ??= new Operator(name, "out");
        writing.Invoke([.. arguments, @out], null, 0);
        return @out;
    }

    public (Tensor, Tensor) CallForTwo(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer));
    }

    public (Tensor, Tensor, Tensor) CallForThree(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[3];
        Invoke(arguments, results, 3);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer), new Tensor(results[2].Pointer));
    }

    public (Tensor, Tensor, Tensor, Tensor) CallForFour(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[4];
        Invoke(arguments, results, 4);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer), new Tensor(results[2].Pointer), new Tensor(results[3].Pointer));
    }

    public Tensor[] CallForList(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        var tensors = new Tensor[result.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(((nint*)result.Pointer)[i]);
        NativeMethods.td_free(result.Pointer);
        return tensors;
    }

    /// <summary>Calls an operator that returns a number or a flag.</summary>
    public NativeValue CallForValue(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return result;
    }

    /// <summary>Calls an operator that changes its first argument, and returns that.</summary>
    public Tensor Apply(params ReadOnlySpan<Argument> arguments)
    {
        Invoke(arguments, null, 0);
        return arguments[0].Tensor;
    }

    // Not inlined: the arguments stay where the garbage collector finds them, in the caller's frame, until the call is over.
    [SkipLocalsInit, MethodImpl(MethodImplOptions.NoInlining)]
    private void Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results, int capacity)
    {
        var op = handle != 0 ? handle : Find();
        var values = stackalloc NativeValue[InlineArguments];
        var count = arguments.Length;
        if (count > InlineArguments)
        {
            InvokeWithMemory(op, arguments, results, capacity);
            return;
        }
        for (var i = 0; i < count; i++)
        {
            ref readonly var argument = ref arguments[i];
            if (argument.NeedsMemory)
            {
                InvokeWithMemory(op, arguments, results, capacity);
                return;
            }
            values[i] = argument.Value;
        }
        var status = NativeMethods.td_call(op, values, count, results, capacity);
        if (status < capacity)
            Fail(status, capacity);
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.NoInlining)]
    private void InvokeWithMemory(nint op, ReadOnlySpan<Argument> arguments, NativeValue* results, int capacity)
    {
        // Two words for each value, then what they point at.
        var words = 2 * arguments.Length;
        foreach (ref readonly var argument in arguments)
            words += argument.Words;
        var inline = stackalloc long[InlineWords + 2 * InlineArguments];
        var memory = words <= InlineWords + 2 * InlineArguments ? inline : (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            var values = (NativeValue*)memory;
            var free = memory + 2 * arguments.Length;
            for (var i = 0; i < arguments.Length; i++)
            {
                values[i] = arguments[i].Lower(free);
                free += arguments[i].Words;
            }
            var status = NativeMethods.td_call(op, values, arguments.Length, results, capacity);
            if (status < capacity)
                Fail(status, capacity);
        }
        finally
        {
            if (memory != inline)
                NativeMemory.Free(memory);
        }
    }

    private void Fail(int status, int expected)
    {
        NativeError.Check(status, ToString());
        throw new InvalidOperationException($"{this} returned {status} values where {expected} were expected.");
    }

    private nint Find() => TryFind()
        ? handle
        : throw new NotSupportedException($"The installed libtorch ({torch.__version__}) has no operator {this}.");

    private bool TryFind()
    {
        var name = Marshal.StringToCoTaskMemUTF8(this.ToString(overloaded: false));
        var overload = Marshal.StringToCoTaskMemUTF8(this.Overload);
        handle = NativeMethods.td_find_operator((byte*)name, (byte*)overload);
        Marshal.FreeCoTaskMem(name);
        Marshal.FreeCoTaskMem(overload);
        return handle != 0;
    }

    private string Overload => overload;

    private string ToString(bool overloaded) => overloaded && overload.Length > 0 ? $"aten::{name}.{overload}" : $"aten::{name}";

    public override string ToString() => ToString(overloaded: true);
}
