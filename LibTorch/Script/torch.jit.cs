using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>TorchScript: functions that are written in Python's syntax and run by libtorch.</summary>
    public static partial class jit
    {
        /// <summary>Compiles the functions of a text in Python's syntax.</summary>
        /// <exception cref="ArgumentNullException">There is no text.</exception>
        /// <exception cref="ExternalException">The text is no TorchScript; the message says where.</exception>
        public static unsafe CompilationUnit compile(string script)
        {
            if (string.IsNullOrEmpty(script))
                throw new ArgumentNullException(nameof(script));
            var source = Marshal.StringToCoTaskMemUTF8(script);
            try
            {
                nint unit;
                NativeError.Check(NativeMethods.td_compile((byte*)source, &unit), "jit.compile");
                return new CompilationUnit(unit);
            }
            finally
            {
                Marshal.FreeCoTaskMem(source);
            }
        }
    }
}
