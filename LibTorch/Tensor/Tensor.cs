using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of numbers on a device, with its place in the autograd graph: an owned reference to a tensor of
    /// libtorch, released by <see cref="Dispose()"/>, by the enclosing <see cref="DisposeScope"/>, or at last by a finalizer.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        // Null: disposed, or never held anything.
        private TensorHandle? owned;

        /// <summary>Takes over the handle; 0 is libtorch's undefined tensor.</summary>
        internal Tensor(nint handle, bool register = true)
        {
            if (handle == 0)
                return;
            var manager = DisposeScopeManager.Current;
            owned = manager.Own(handle);
            if (register)
                manager.Register(this);
        }

        /// <summary>Wraps a native tensor handle, which the new object owns.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>The native handle.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public IntPtr Handle => owned is { Native: not 0 and var native } ? native : throw Disposed();

        /// <summary>Whether the tensor was disposed, or never held anything.</summary>
        public bool IsInvalid => owned is null;

        /// <summary>The number of tensors that are alive, over all threads.</summary>
        public static long TotalCount => NativeMethods.td_live_handles();

        /// <summary>The largest value that <see cref="TotalCount"/> was seen to have.</summary>
        public static long PeakCount => LiveTensors.Peak();

        /// <summary>Gives the memory back; safe to call again.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Interlocked.Exchange(ref owned, null) is { } released)
                NativeMethods.td_release(DisposeScopeManager.Current.Disown(released));
        }

        internal DisposeScope? OwningDisposeScope => owned?.Scope;

        /// <summary>For scopes alone: a tensor that is not disposed knows its scope, and its place there.</summary>
        internal TensorHandle? Owned => owned;

        /// <summary>Moves the tensor to the scope around the one that owns it.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: the caller disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) =>
            other.OwningDisposeScope is { } scope ? MoveToOtherDisposeScope(scope) : DetachFromDisposeScope();

        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            if (OwningDisposeScope is { } owner)
                owner.MoveToOther(other, this);
            else
                other.Attach(this);
            return this;
        }

        [Obsolete("Use DetachFromDisposeScope()")]
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        /// <summary>Hands the native handle to the caller, who must release it; the object is empty afterwards.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            var released = Interlocked.Exchange(ref owned, null) ?? throw Disposed();
            return DisposeScopeManager.Current.Disown(released, disposed: false);
        }

        /// <summary>A second reference to the same native tensor.</summary>
        internal Tensor Alias()
        {
            var alias = new Tensor(NativeMethods.td_retain(Handle));
            GC.KeepAlive(this);
            return alias;
        }

        /// <summary>A tensor in place of an undefined one is an absent result.</summary>
        internal static Tensor? OrNull(nint handle) => handle == 0 ? null : new Tensor(handle);

        private ObjectDisposedException Disposed() =>
            new(
                GetType().Name,
                "The tensor was disposed, by Dispose() or with the dispose scope that owned it, and cannot be used any more.");

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Whether two tensors have the same shape, type and values.</summary>
        public bool Equals(Tensor target) =>
            ReferenceEquals(this, target) || (target is not null && Operators.equal.CallForValue(this, target).Integer != 0);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
