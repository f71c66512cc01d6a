using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>The version of libtorch that is in use.</summary>
    public static string __version__ { get; } = Marshal.PtrToStringUTF8((nint)NativeMethods.td_version()) ?? "";

    public static int get_num_threads() => NativeMethods.td_num_threads();

    /// <summary>Sets how many threads an operator may use.</summary>
    public static void set_num_threads(int num) => NativeError.Check(NativeMethods.td_set_num_threads(num), nameof(set_num_threads));

    public static int get_num_interop_threads() => NativeMethods.td_num_interop_threads();

    public static void set_num_interop_threads(int num) =>
        NativeError.Check(NativeMethods.td_set_num_interop_threads(num), nameof(set_num_interop_threads));

    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available() => false;

    public static bool TryInitializeDeviceType(DeviceType deviceType) =>
        deviceType is DeviceType.CPU or DeviceType.META || (deviceType == DeviceType.CUDA && cuda.is_available());

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"Devices of type {deviceType} are not available in the installed libtorch.");
    }

    public static Device InitializeDevice(Device? device)
    {
        device ??= get_default_device();
        InitializeDeviceType(device.type);
        return device;
    }

    /// <summary>CUDA devices.</summary>
    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static bool is_cudnn_available() => NativeMethods.td_cudnn_is_available() != 0;

        public static int device_count() => NativeMethods.td_cuda_device_count();

        public static void manual_seed(long seed) =>
            NativeError.Check(NativeMethods.td_cuda_manual_seed((ulong)seed, 0), nameof(manual_seed));

        public static void manual_seed_all(long seed) =>
            NativeError.Check(NativeMethods.td_cuda_manual_seed((ulong)seed, 1), nameof(manual_seed_all));

        public static void synchronize(Device? device = null) =>
            NativeError.Check(NativeMethods.td_cuda_synchronize(device?.index ?? -1), nameof(synchronize));
    }
}
