using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// What a tensor owns: its native handle, and its place in a dispose scope. It is apart from the tensor because what has a finalizer is
/// expensive to make: when a tensor is disposed, its thread keeps this object for the next one. A tensor that is forgotten takes it
/// along, and the finalizer gives the handle back.
/// </summary>
internal sealed class TensorHandle
{
    public nint Native;
    public DisposeScope? Scope;
    public int IndexInScope;
    public string? Name;

    // The tensor may still be disposed, by the finalizer of another object that was forgotten together with it.
    ~TensorHandle() => NativeMethods.td_release(Interlocked.Exchange(ref Native, 0));
}
