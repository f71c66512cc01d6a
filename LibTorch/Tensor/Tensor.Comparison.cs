using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Element by element: comparisons and tests.
    public partial class Tensor
    {
        public bool is_nonzero() => Operators.is_nonzero.CallForValue(this).Integer != 0;

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Operators.isclose.Call(this, other, rtol, atol, nanEqual);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Operators.isin_Tensor_Tensor.Call(this, test_elements, assumeUnique, invert);

        public Tensor isinf() => Operators.isinf.Call(this);

        public Tensor isfinite() => Operators.isfinite.Call(this);

        public Tensor isposinf() => Operators.isposinf.Call(this);

        public Tensor isneginf() => Operators.isneginf.Call(this);

        public Tensor isnan() => Operators.isnan.Call(this);

        public Tensor isreal() => Operators.isreal.Call(this);

        public Tensor eq(Tensor target) => Operators.eq_Tensor.Call(this, target);

        public Tensor equal(Tensor target) => Operators.eq_Tensor.Call(this, target);

        public Tensor eq_(Tensor target) => Operators.eq__Tensor.Apply(this, target);

        public Tensor eq(Scalar target) => Operators.eq_Scalar.Call(this, target);

        public Tensor eq_(Scalar target) => Operators.eq__Scalar.Apply(this, target);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Operators.allclose.CallForValue(this, target, rtol, atol, equal_nan).Integer != 0;

        public Tensor ge(Tensor target) => Operators.ge_Tensor.Call(this, target);

        public Tensor greater_equal(Tensor target) => Operators.ge_Tensor.Call(this, target);

        public Tensor ge_(Tensor target) => Operators.ge__Tensor.Apply(this, target);

        public Tensor ge(Scalar target) => Operators.ge_Scalar.Call(this, target);

        public Tensor ge_(Scalar target) => Operators.ge__Scalar.Apply(this, target);

        public Tensor gt(Tensor target) => Operators.gt_Tensor.Call(this, target);

        public Tensor greater(Tensor target) => Operators.gt_Tensor.Call(this, target);

        public Tensor gt_(Tensor target) => Operators.gt__Tensor.Apply(this, target);

        public Tensor gt(Scalar target) => Operators.gt_Scalar.Call(this, target);

        public Tensor gt_(Scalar target) => Operators.gt__Scalar.Apply(this, target);

        public Tensor le(Tensor target) => Operators.le_Tensor.Call(this, target);

        public Tensor less_equal(Tensor target) => Operators.le_Tensor.Call(this, target);

        public Tensor le_(Tensor target) => Operators.le__Tensor.Apply(this, target);

        public Tensor less_equal_(Tensor target) => Operators.le__Tensor.Apply(this, target);

        public Tensor le(Scalar target) => Operators.le_Scalar.Call(this, target);

        public Tensor le_(Scalar target) => Operators.le__Scalar.Apply(this, target);

        public Tensor lt(Tensor target) => Operators.lt_Tensor.Call(this, target);

        public Tensor less(Tensor target) => Operators.lt_Tensor.Call(this, target);

        public Tensor lt_(Tensor target) => Operators.lt__Tensor.Apply(this, target);

        public Tensor lt(Scalar target) => Operators.lt_Scalar.Call(this, target);

        public Tensor lt_(Scalar target) => Operators.lt__Scalar.Apply(this, target);

        public Tensor maximum(Tensor other) => Operators.maximum.Call(this, other);

        public Tensor minimum(Tensor other) => Operators.minimum.Call(this, other);

        public Tensor ne(Tensor target) => Operators.ne_Tensor.Call(this, target);

        public Tensor not_equal(Tensor target) => Operators.ne_Tensor.Call(this, target);

        public Tensor ne_(Tensor target) => Operators.ne__Tensor.Apply(this, target);

        public Tensor not_equal_(Tensor target) => Operators.ne__Tensor.Apply(this, target);

        public Tensor ne(Scalar target) => Operators.ne_Scalar.Call(this, target);

        public Tensor ne_(Scalar target) => Operators.ne__Scalar.Apply(this, target);

        public Tensor fmax(Tensor other) => Operators.fmax.Call(this, other);

        public Tensor fmin(Tensor other) => Operators.fmin.Call(this, other);

        public bool is_conj() => Operators.is_conj.CallForValue(this).Integer != 0;

        public bool is_neg() => Operators.is_neg.CallForValue(this).Integer != 0;
    }
}
