using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Element by element: comparisons and tests.

    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        Operators.allclose.CallForValue(tensor, target, rtol, atol, equal_nan).Integer != 0;

    public static Tensor eq(Tensor left, Tensor right) => Operators.eq_Tensor.Call(left, right);

    public static Tensor equal(Tensor tensor, Tensor target) => Operators.eq_Tensor.Call(tensor, target);

    public static Tensor ge(Tensor left, Tensor right) => Operators.ge_Tensor.Call(left, right);

    public static Tensor greater_equal(Tensor tensor, Tensor target) => Operators.ge_Tensor.Call(tensor, target);

    public static Tensor gt(Tensor left, Tensor right) => Operators.gt_Tensor.Call(left, right);

    public static Tensor greater(Tensor tensor, Tensor target) => Operators.gt_Tensor.Call(tensor, target);

    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
        Operators.isclose.Call(tensor, other, rtol, atol, nanEqual);

    public static Tensor isfinite(Tensor tensor) => Operators.isfinite.Call(tensor);

    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
        Operators.isin_Tensor_Tensor.Call(tensor, test_elements, assumeUnique, invert);

    public static Tensor isinf(Tensor tensor) => Operators.isinf.Call(tensor);

    public static Tensor isposinf(Tensor tensor) => Operators.isposinf.Call(tensor);

    public static Tensor isneginf(Tensor tensor) => Operators.isneginf.Call(tensor);

    public static Tensor isnan(Tensor input) => Operators.isnan.Call(input);

    public static Tensor isreal(Tensor tensor) => Operators.isreal.Call(tensor);

    public static Tensor le(Tensor left, Tensor right) => Operators.le_Tensor.Call(left, right);

    public static Tensor less_equal(Tensor tensor, Tensor target) => Operators.le_Tensor.Call(tensor, target);

    public static Tensor lt(Tensor left, Tensor right) => Operators.lt_Tensor.Call(left, right);

    public static Tensor less(Tensor tensor, Tensor target) => Operators.lt_Tensor.Call(tensor, target);

    public static Tensor maximum(Tensor input, Tensor other) => Operators.maximum.Call(input, other);

    public static Tensor minimum(Tensor input, Tensor other) => Operators.minimum.Call(input, other);

    public static Tensor fmax(Tensor input, Tensor other) => Operators.fmax.Call(input, other);

    public static Tensor fmin(Tensor input, Tensor other) => Operators.fmin.Call(input, other);

    public static Tensor ne(Tensor left, Tensor right) => Operators.ne_Tensor.Call(left, right);

    public static Tensor not_equal(Tensor tensor, Tensor target) => Operators.ne_Tensor.Call(tensor, target);

    public static bool is_conj(Tensor input) => Operators.is_conj.CallForValue(input).Integer != 0;

    public static bool is_nonzero(Tensor input) => Operators.is_nonzero.CallForValue(input).Integer != 0;
}
