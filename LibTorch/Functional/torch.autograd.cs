using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Differentiation.</summary>
    public static unsafe partial class autograd
    {
        /// <summary>Looks for what went wrong in backward until the result is disposed.</summary>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        /// <summary>The gradients of the outputs with respect to the inputs; nothing is accumulated.</summary>
        /// <returns>One gradient an input, null where <paramref name="allow_unused"/> is set and the input was not used.</returns>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var outs = Handles(outputs, nameof(outputs));
            var ins = Handles(inputs, nameof(inputs));
            var gradients = Handles(grad_outputs);
            var results = new nint[ins.Length];
            fixed (nint* o = outs, i = ins, g = gradients, r = results)
            {
                NativeError.Check(
                    NativeMethods.td_gradients(
                        o, outs.Length, g, gradients.Length, i, ins.Length,
                        retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, r),
                    "autograd.grad");
            }
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => Tensor.OrNull(handle)!);
        }

        /// <summary>Adds the gradients of the tensors to the leaves that they were computed from.</summary>
        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            var roots = Handles(tensors, nameof(tensors));
            var gradients = Handles(grad_tensors);
            var leaves = Handles(inputs);
            fixed (nint* t = roots, g = gradients, i = leaves)
            {
                NativeError.Check(
                    NativeMethods.td_backward(
                        t, roots.Length, g, gradients.Length, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, i, leaves.Length),
                    "autograd.backward");
            }
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            if (grad_tensors is not null || inputs is not null)
            {
                backward([tensor], grad_tensors, retain_graph, create_graph, inputs);
                return;
            }
            ArgumentNullException.ThrowIfNull(tensor);
            var root = (nint)tensor.Handle;
            NativeError.Check(
                NativeMethods.td_backward(&root, 1, null, 0, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, null, 0),
                "autograd.backward");
            GC.KeepAlive(tensor);
        }

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[] Handles(IList<Tensor>? tensors, string? required = null)
        {
            if (required is not null)
                ArgumentNullException.ThrowIfNull(tensors, required);
            var handles = new nint[tensors?.Count ?? 0];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors![i] is { } tensor ? tensor.Handle : throw new ArgumentNullException(required ?? "tensor");
            return handles;
        }
    }
}
