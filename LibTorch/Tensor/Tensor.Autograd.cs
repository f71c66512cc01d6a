using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // The tensor's place in the autograd graph.
    public unsafe partial class Tensor
    {
        public bool requires_grad
        {
            get => NativeMethods.td_requires_grad(Handle) != 0;
            set => NativeError.Check(NativeMethods.td_set_requires_grad(Handle, value ? 1 : 0), nameof(requires_grad));
        }

        public bool is_leaf => NativeMethods.td_is_leaf(Handle) != 0;

        /// <summary>The accumulated gradient, or null. Each read returns a new reference to it.</summary>
        public Tensor? grad
        {
            get
            {
                nint found;
                NativeError.Check(NativeMethods.td_grad(Handle, &found), nameof(grad));
                GC.KeepAlive(this);
                return OrNull(found);
            }
            set
            {
                NativeError.Check(NativeMethods.td_set_grad(Handle, value is null ? 0 : value.Handle), nameof(grad));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Makes backward() keep the gradient of a tensor that is not a leaf.</summary>
        public void retain_grad()
        {
            NativeError.Check(NativeMethods.td_retain_grad(Handle), nameof(retain_grad));
            GC.KeepAlive(this);
        }

        /// <summary>Takes the gradient away, or fills it with zeros; nothing where there is none.</summary>
        internal void ForgetGradient(bool take)
        {
            if (!IsInvalid)
                NativeError.Check(NativeMethods.td_forget_grad(Handle, take ? 1 : 0), nameof(grad));
            GC.KeepAlive(this);
        }

        /// <summary>A tensor with the same memory outside the graph.</summary>
        public Tensor detach() => Operators.detach.Call(this);

        /// <summary>Adds the gradients of this scalar to the leaves that it was computed from.</summary>
        public void backward() => autograd.backward(this);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph || create_graph, create_graph, inputs);
    }
}
