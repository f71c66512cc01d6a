using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops recording for autograd on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => NativeMethods.td_grad_enabled() != 0;

    /// <summary>Like <see cref="no_grad"/>, and tensors made meanwhile can never take part in autograd, which saves their bookkeeping.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => NativeMethods.td_inference_mode() != 0;

    private sealed class GradMode : IDisposable
    {
        private readonly bool previous = is_grad_enabled();
        private bool left;

        public GradMode(bool enabled) => NativeMethods.td_set_grad_enabled(enabled ? 1 : 0);

        public void Dispose()
        {
            if (left)
                return;
            left = true;
            NativeMethods.td_set_grad_enabled(previous ? 1 : 0);
        }
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint guard = NativeMethods.td_enter_inference_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            NativeMethods.td_leave_inference_mode(guard);
            guard = 0;
        }
    }
}
