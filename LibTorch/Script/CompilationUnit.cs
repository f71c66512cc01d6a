using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>
        /// Functions compiled by <see cref="compile"/>. Arguments are tensors, lists of tensors (<c>Tensor[]</c>), numbers (<see cref="Scalar"/>,
        /// int, long, float, double, bool) and null; each must be of the type that the script declares. A result is a tensor, a
        /// <see cref="Scalar"/> or null; a tuple of up to five values is a tuple, a longer one an array; a list is an array. What is all tensors
        /// is typed so (<c>(Tensor, Tensor)</c>, <c>Tensor[]</c>), and so what is all numbers; a mixture holds objects. A tensor that
        /// libtorch leaves undefined is one that <see cref="Tensor.IsInvalid"/>.
        /// </summary>
        public unsafe class CompilationUnit : IDisposable
        {
            private readonly ConcurrentDictionary<string, nint> functions = new();
            private nint handle;

            internal CompilationUnit(nint handle) => this.handle = handle;

            ~CompilationUnit() => Dispose(false);

            /// <summary>Gives the compiled code back; safe to call again.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                var released = Interlocked.Exchange(ref handle, 0);
                if (released != 0)
                    NativeMethods.td_free_script(released);
            }

            /// <summary>Calls a function.</summary>
            /// <exception cref="ExternalException">libtorch reported an error: there is no such function, or an argument is wrong.</exception>
            /// <exception cref="NotImplementedException">An argument or the result is of a type that does not pass.</exception>
            public object? invoke(string name, params object?[] objs)
            {
                Call(name, objs, out var result);
                return ScriptResult.Take(result);
            }

            /// <summary>Calls a function whose result is a <typeparamref name="TResult"/>.</summary>
            /// <inheritdoc cref="invoke(string, object[])"/>
            public TResult invoke<TResult>(string name, params object?[] inputs)
            {
                Call(name, inputs, out var result);
                return ScriptResult.Take<TResult>(result);
            }

            /// <summary>Calls a function of one argument, which is the array: <c>Tensor[]</c> is a list of tensors.</summary>
            /// <inheritdoc cref="invoke(string, object[])"/>
            public TResult invoke<T, TResult>(string name, params T[] inputs) => invoke<TResult>(name, [inputs]);

            private void Call(string name, object?[] arguments, out NativeValue result)
            {
                if (string.IsNullOrEmpty(name))
                    throw new ArgumentNullException(nameof(name));
                ArgumentNullException.ThrowIfNull(arguments);
                ObjectDisposedException.ThrowIf(handle == 0, this);
                if (!functions.TryGetValue(name, out var function))
                    function = Find(name);
                ScriptCall.Invoke(function, name, arguments, out result);
                GC.KeepAlive(this);
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private nint Find(string name)
            {
                lock (functions)
                {
                    if (functions.TryGetValue(name, out var known))
                        return known;
                    var text = Marshal.StringToCoTaskMemUTF8(name);
                    nint found;
                    var status = NativeMethods.td_find_function(handle, (byte*)text, &found);
                    Marshal.FreeCoTaskMem(text);
                    NativeError.Check(status, name);
                    return functions[name] = found;
                }
            }
        }
    }
}
