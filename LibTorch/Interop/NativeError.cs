using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Turns the status of a native call into the exception that TorchSharp throws.</summary>
internal static unsafe class NativeError
{
    private const int MissingArgument = -2;

    /// <exception cref="ExternalException">libtorch reported an error; the message is its text.</exception>
    /// <exception cref="ArgumentNullException">A required argument of <paramref name="caller"/> was null.</exception>
    public static void Check(int status, string caller)
    {
        if (status < 0)
            Throw(status, caller);
    }

    private static void Throw(int status, string caller)
    {
        var text = Marshal.PtrToStringUTF8((nint)NativeMethods.td_last_error()) ?? "";
        throw status == MissingArgument
            ? new ArgumentNullException(text, $"{caller} needs the argument '{text}'.")
            : new ExternalException(text);
    }
}
