using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// The C interface of native/dispatch.cpp. Every type is blittable, so calls need no marshalling; getters that only read a
/// field skip the garbage collector's transition as well.
/// </summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "libtorch_dispatch";

    [LibraryImport(Library)]
    public static partial byte* td_last_error();

    [LibraryImport(Library)]
    public static partial byte* td_version();

    [LibraryImport(Library)]
    public static partial nint td_find_operator(byte* name, byte* overload);

    [LibraryImport(Library)]
    public static partial int td_call(nint op, NativeValue* arguments, int count, NativeValue* results, int capacity);

    [LibraryImport(Library)]
    public static partial void td_free(nint memory);

    [LibraryImport(Library)]
    public static partial void td_release(nint tensor);

    [LibraryImport(Library)]
    public static partial nint td_retain(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long td_live_handles();

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int td_dim(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long td_numel(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int td_dtype(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int td_element_size(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int td_device(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void td_sizes(nint tensor, long* sizes);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long td_size(nint tensor, int dimension);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void td_strides(nint tensor, long* strides);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long td_storage_offset(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int td_is_contiguous(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int td_is_sparse(nint tensor);

    [LibraryImport(Library)]
    public static partial int td_data(nint tensor, nint* data);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int td_requires_grad(nint tensor);

    [LibraryImport(Library)]
    public static partial int td_set_requires_grad(nint tensor, int value);

    [LibraryImport(Library)]
    public static partial int td_is_leaf(nint tensor);

    [LibraryImport(Library)]
    public static partial int td_retain_grad(nint tensor);

    [LibraryImport(Library)]
    public static partial int td_grad(nint tensor, nint* grad);

    [LibraryImport(Library)]
    public static partial int td_set_grad(nint tensor, nint grad);

    [LibraryImport(Library)]
    public static partial int td_forget_grad(nint tensor, int take);

    [LibraryImport(Library)]
    public static partial int td_backward(
        nint* tensors, int count, nint* gradients, int gradientCount, int retainGraph, int createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    public static partial int td_gradients(
        nint* outputs, int count, nint* gradients, int gradientCount, nint* inputs, int inputCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int td_grad_enabled();

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void td_set_grad_enabled(int enabled);

    [LibraryImport(Library)]
    public static partial int td_inference_mode();

    [LibraryImport(Library)]
    public static partial nint td_enter_inference_mode(int enabled);

    [LibraryImport(Library)]
    public static partial void td_leave_inference_mode(nint guard);

    [LibraryImport(Library)]
    public static partial int td_anomaly_mode();

    [LibraryImport(Library)]
    public static partial int td_set_anomaly_mode(int enabled, int checkNan);

    [LibraryImport(Library)]
    public static partial int td_default_generator(int deviceType, int deviceIndex, nint* generator);

    [LibraryImport(Library)]
    public static partial int td_new_generator(ulong seed, nint* generator);

    [LibraryImport(Library)]
    public static partial void td_free_generator(nint generator);

    [LibraryImport(Library)]
    public static partial int td_generator_seed(nint generator, ulong* seed);

    [LibraryImport(Library)]
    public static partial int td_generator_initial_seed(nint generator, ulong* seed);

    [LibraryImport(Library)]
    public static partial int td_generator_set_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    public static partial int td_generator_state(nint generator, nint* state);

    [LibraryImport(Library)]
    public static partial int td_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)]
    public static partial int td_manual_seed(ulong seed);

    [LibraryImport(Library)]
    public static partial int td_num_threads();

    [LibraryImport(Library)]
    public static partial int td_set_num_threads(int count);

    [LibraryImport(Library)]
    public static partial int td_num_interop_threads();

    [LibraryImport(Library)]
    public static partial int td_set_num_interop_threads(int count);

    [LibraryImport(Library)]
    public static partial int td_cuda_device_count();

    [LibraryImport(Library)]
    public static partial int td_cudnn_is_available();

    [LibraryImport(Library)]
    public static partial int td_cuda_manual_seed(ulong seed, int all);

    [LibraryImport(Library)]
    public static partial int td_cuda_synchronize(int index);

    [LibraryImport(Library)]
    public static partial int td_compile(byte* source, nint* script);

    [LibraryImport(Library)]
    public static partial void td_free_script(nint script);

    [LibraryImport(Library)]
    public static partial int td_find_function(nint script, byte* name, nint* function);

    [LibraryImport(Library)]
    public static partial int td_invoke(nint function, NativeValue* arguments, int count, NativeValue* result);

    [LibraryImport(Library)]
    public static partial int td_step(int method, nint parameter, nint* states, int count, double* coefficients);
}
