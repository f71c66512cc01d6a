using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Short-time Fourier transforms and their windows.

    /// <summary>Fourier transforms of overlapping windows, [..., frequency, frame].</summary>
    public static Tensor stft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var padded = input;
        if (center)
        {
            // libtorch's padding wants a batch and channels.
            var shape = Enumerable.Repeat(1L, Math.Max(0, 3 - (int)input.ndim)).Concat(input.shape).ToArray();
            padded = nn.functional.pad(input.view(shape), [n_fft / 2, n_fft / 2], pad_mode);
            padded = padded.view([.. padded.shape[^(int)input.ndim..]]);
        }
        return Operators.stft.Call(
            padded, n_fft, Given(hop_length), Given(win_length), window, normalized, onesided, return_complex).MoveToOuterDisposeScope();
    }

    /// <summary>The signal of overlapping windows' Fourier transforms.</summary>
    public static Tensor istft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
        Operators.istft.Call(
            input, n_fft, Given(hop_length), Given(win_length), window, center, normalized, onesided, Given(length), return_complex);

    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Operators.bartlett_window_periodic, dtype, device, requires_grad, len, periodic);

    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Operators.blackman_window_periodic, dtype, device, requires_grad, len, periodic);

    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(Operators.hamming_window_periodic_alpha_beta, dtype, device, requires_grad, len, periodic, (double)alpha, (double)beta);

    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Operators.hann_window_periodic, dtype, device, requires_grad, len, periodic);

    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Operators.kaiser_window_beta, dtype, device, requires_grad, len, periodic, (double)beta);

    private static Tensor Window(
        Operator window, ScalarType? dtype, Device? device, bool requires_grad, params ReadOnlySpan<Argument> arguments) =>
        Made(window.Call([.. arguments, dtype ?? defaultDtype, Argument.None, InitializeDevice(device)]), requires_grad);

    // -1 is PyTorch's None.
    private static long? Given(long value) => value == -1 ? null : value;

    public partial class Tensor
    {
        public Tensor stft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
            torch.stft(this, n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

        public Tensor istft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false,
            bool? onesided = null, long length = -1, bool return_complex = false) =>
            torch.istft(this, n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);
    }
}
