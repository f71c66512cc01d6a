using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Arithmetic and elementary functions, element by element; a trailing underscore means in place.
    public partial class Tensor
    {
        public Tensor deg2rad() => Operators.deg2rad.Call(this);

        public Tensor rad2deg() => Operators.rad2deg.Call(this);

        public Tensor copysign(Tensor other) => Operators.copysign_Tensor.Call(this, other);

        public Tensor digamma() => Operators.digamma.Call(this);

        public Tensor digamma_() => Operators.digamma_.Apply(this);

        public Tensor lgamma() => Operators.lgamma.Call(this);

        public Tensor lgamma_() => Operators.lgamma_.Apply(this);

        public Tensor mvlgamma(long p) => Operators.mvlgamma.Call(this, p);

        public Tensor mvlgamma_(long p) => Operators.mvlgamma_.Apply(this, p);

        public Tensor polygamma(long p) => Operators.polygamma.Call(p, this);

        public Tensor polygamma_(long p) => Operators.polygamma_.Apply(this, p);

        public Tensor positive() => Operators.positive.Call(this);

        public Tensor igamma(Tensor other) => Operators.igamma.Call(this, other);

        public Tensor igammac(Tensor other) => Operators.igammac.Call(this, other);

        public Tensor i0() => Operators.i0.Call(this);

        public Tensor lerp(Tensor end, Tensor weight) => Operators.lerp_Tensor.Call(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Operators.lerp__Tensor.Apply(this, end, weight);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Operators.clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Operators.clamp_Tensor.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Operators.clamp_.Apply(this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Operators.clamp__Tensor.Apply(this, min, max);

        public Tensor clamp_max(Scalar max) => Operators.clamp_max.Call(this, max);

        public Tensor clamp_max_(Scalar max) => Operators.clamp_max_.Apply(this, max);

        public Tensor clamp_min(Scalar min) => Operators.clamp_min.Call(this, min);

        public Tensor clamp_min_(Scalar min) => Operators.clamp_min_.Apply(this, min);

        public Tensor erf() => Operators.erf.Call(this);

        public Tensor erf_() => Operators.erf_.Apply(this);

        public Tensor erfc() => Operators.erfc.Call(this);

        public Tensor erfc_() => Operators.erfc_.Apply(this);

        public Tensor erfinv() => Operators.erfinv.Call(this);

        public Tensor erfinv_() => Operators.erfinv_.Apply(this);

        public Tensor lcm(Tensor other) => Operators.lcm.Call(this, other);

        public Tensor lcm_(Tensor other) => Operators.lcm_.Apply(this, other);

        public Tensor ldexp(Tensor other) => Operators.ldexp_Tensor.Call(this, other);

        public Tensor ldexp_(Tensor other) => Operators.ldexp_.Apply(this, other);

        public Tensor sigmoid() => Operators.sigmoid.Call(this);

        public Tensor sigmoid_() => Operators.sigmoid_.Apply(this);

        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Operators.nan_to_num.Call(this, nan, posinf, neginf);

        public Tensor nextafter(Tensor other) => Operators.nextafter.Call(this, other);

        public Tensor abs() => Operators.abs.Call(this);

        public Tensor absolute() => Operators.absolute.Call(this);

        public Tensor abs_() => Operators.abs_.Apply(this);

        public Tensor absolute_() => Operators.absolute_.Apply(this);

        public Tensor add(Tensor target) => Operators.add_Tensor.Call(this, target);

        public Tensor add(Tensor target, Scalar alpha) => Operators.add_Tensor.Call(this, target, alpha);

        public Tensor add(Scalar scalar) => Operators.add_Scalar.Call(this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Operators.add_Scalar.Call(this, scalar, alpha);

        public Tensor add_(Tensor target) => Operators.add__Tensor.Apply(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Operators.add__Tensor.Apply(this, target, alpha);

        public Tensor add_(Scalar scalar) => Operators.add__Scalar.Apply(this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Operators.add__Scalar.Apply(this, scalar, alpha);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Operators.addcdiv.Call(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Operators.addcdiv.Call(this, tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Operators.addcdiv_.Apply(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Operators.addcdiv_.Apply(this, tensor1, tensor2);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Operators.addcmul.Call(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Operators.addcmul_.Apply(this, tensor1, tensor2, value);

        public Tensor bitwise_and(Tensor other) => Operators.bitwise_and_Tensor.Call(this, other);

        public Tensor bitwise_and_(Tensor other) => Operators.bitwise_and__Tensor.Apply(this, other);

        public Tensor bitwise_not() => Operators.bitwise_not.Call(this);

        public Tensor bitwise_not_() => Operators.bitwise_not_.Apply(this);

        public Tensor bitwise_or(Tensor other) => Operators.bitwise_or_Tensor.Call(this, other);

        public Tensor bitwise_or_(Tensor other) => Operators.bitwise_or__Tensor.Apply(this, other);

        public Tensor bitwise_xor(Tensor other) => Operators.bitwise_xor_Tensor.Call(this, other);

        public Tensor bitwise_xor_(Tensor other) => Operators.bitwise_xor__Tensor.Apply(this, other);

        public Tensor bitwise_left_shift(Tensor other) => Operators.bitwise_left_shift_Tensor.Call(this, other);

        public Tensor bitwise_left_shift_(Tensor other) => Operators.bitwise_left_shift__Tensor.Apply(this, other);

        public Tensor bitwise_right_shift(Tensor other) => Operators.bitwise_right_shift_Tensor.Call(this, other);

        public Tensor bitwise_right_shift_(Tensor other) => Operators.bitwise_right_shift__Tensor.Apply(this, other);

        public Tensor ceil() => Operators.ceil.Call(this);

        public Tensor ceil_() => Operators.ceil_.Apply(this);

        public Tensor conj() => Operators.conj.Call(this);

        public Tensor conj_physical() => Operators.conj_physical.Call(this);

        public Tensor conj_physical_() => Operators.conj_physical_.Apply(this);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operators.div_Tensor_mode.Call(this, target, rounding_mode.Name());

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operators.divide_Tensor_mode.Call(this, target, rounding_mode.Name());

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operators.div_Scalar_mode.Call(this, target, rounding_mode.Name());

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operators.divide_Scalar_mode.Call(this, target, rounding_mode.Name());

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operators.div__Tensor_mode.Apply(this, target, rounding_mode.Name());

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operators.divide__Tensor_mode.Apply(this, target, rounding_mode.Name());

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operators.div__Scalar_mode.Apply(this, target, rounding_mode.Name());

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operators.divide__Scalar_mode.Apply(this, target, rounding_mode.Name());

        public Tensor exp() => Operators.exp.Call(this);

        public Tensor exp_() => Operators.exp_.Apply(this);

        public Tensor exp2() => Operators.exp2.Call(this);

        public Tensor expm1() => Operators.expm1.Call(this);

        public Tensor expm1_() => Operators.expm1_.Apply(this);

        public Tensor float_power(Tensor target) => Operators.float_power_Tensor_Tensor.Call(this, target);

        public Tensor floor() => Operators.floor.Call(this);

        public Tensor floor_() => Operators.floor_.Apply(this);

        public Tensor floor_divide(Tensor other) => Operators.floor_divide.Call(this, other);

        public Tensor floor_divide(Scalar other) => Operators.floor_divide_Scalar.Call(this, other);

        public Tensor floor_divide_(Tensor other) => Operators.floor_divide__Tensor.Apply(this, other);

        public Tensor floor_divide_(Scalar other) => Operators.floor_divide__Scalar.Apply(this, other);

        public Tensor fmod(Tensor target) => Operators.fmod_Tensor.Call(this, target);

        public Tensor fmod_(Tensor target) => Operators.fmod__Tensor.Apply(this, target);

        public Tensor fmod(Scalar scalar) => Operators.fmod_Scalar.Call(this, scalar);

        public Tensor fmod_(Scalar scalar) => Operators.fmod__Scalar.Apply(this, scalar);

        public Tensor frac() => Operators.frac.Call(this);

        public Tensor frac_() => Operators.frac_.Apply(this);

        public (Tensor Mantissa, Tensor Exponent) frexp() => Operators.frexp_Tensor.CallForTwo(this);

        public Tensor gcd(Tensor other) => Operators.gcd.Call(this, other);

        public Tensor gcd_(Tensor other) => Operators.gcd_.Apply(this, other);

        public Tensor hypot(Tensor other) => Operators.hypot.Call(this, other);

        public Tensor log() => Operators.log.Call(this);

        public Tensor log_() => Operators.log_.Apply(this);

        public Tensor logaddexp(Tensor other) => Operators.logaddexp.Call(this, other);

        public Tensor logaddexp2(Tensor other) => Operators.logaddexp2.Call(this, other);

        public Tensor log10() => Operators.log10.Call(this);

        public Tensor log10_() => Operators.log10_.Apply(this);

        public Tensor log1p() => Operators.log1p.Call(this);

        public Tensor log1p_() => Operators.log1p_.Apply(this);

        public Tensor log2() => Operators.log2.Call(this);

        public Tensor log2_() => Operators.log2_.Apply(this);

        public Tensor logical_and(Tensor other) => Operators.logical_and.Call(this, other);

        public Tensor logical_and_(Tensor other) => Operators.logical_and_.Apply(this, other);

        public Tensor logical_not() => Operators.logical_not.Call(this);

        public Tensor logical_not_() => Operators.logical_not_.Apply(this);

        public Tensor logical_or(Tensor other) => Operators.logical_or.Call(this, other);

        public Tensor logical_or_(Tensor other) => Operators.logical_or_.Apply(this, other);

        public Tensor logical_xor(Tensor other) => Operators.logical_xor.Call(this, other);

        public Tensor logical_xor_(Tensor other) => Operators.logical_xor_.Apply(this, other);

        public Tensor logit(double? eps = null) => Operators.logit.Call(this, eps);

        public Tensor mul(Tensor target) => Operators.mul_Tensor.Call(this, target);

        public Tensor multiply(Tensor target) => Operators.multiply_Tensor.Call(this, target);

        public Tensor mul(Scalar target) => Operators.mul_Scalar.Call(this, target);

        public Tensor multiply(Scalar target) => Operators.multiply_Scalar.Call(this, target);

        public Tensor mul_(Tensor target) => Operators.mul__Tensor.Apply(this, target);

        public Tensor mul_(Scalar target) => Operators.mul__Scalar.Apply(this, target);

        public Tensor neg() => Operators.neg.Call(this);

        public Tensor negative() => Operators.negative.Call(this);

        public Tensor neg_() => Operators.neg_.Apply(this);

        public Tensor pow(Tensor exponent) => Operators.pow_Tensor_Tensor.Call(this, exponent);

        public Tensor pow_(Tensor exponent) => Operators.pow__Tensor.Apply(this, exponent);

        public Tensor pow(Scalar exponent) => Operators.pow_Tensor_Scalar.Call(this, exponent);

        public Tensor pow_(Scalar exponent) => Operators.pow__Scalar.Apply(this, exponent);

        public Tensor reciprocal() => Operators.reciprocal.Call(this);

        public Tensor reciprocal_() => Operators.reciprocal_.Apply(this);

        public Tensor remainder(Tensor target) => Operators.remainder_Tensor.Call(this, target);

        public Tensor remainder_(Tensor target) => Operators.remainder__Tensor.Apply(this, target);

        public Tensor remainder(Scalar scalar) => Operators.remainder_Scalar.Call(this, scalar);

        public Tensor remainder_(Scalar scalar) => Operators.remainder__Scalar.Apply(this, scalar);

        public Tensor round(long decimals = 0) =>
            decimals == 0 ? Operators.round.Call(this) : Operators.round_decimals.Call(this, decimals);

        public Tensor round_(long decimals = 0) =>
            decimals == 0 ? Operators.round_.Apply(this) : Operators.round__decimals.Apply(this, decimals);

        public Tensor rsqrt() => Operators.rsqrt.Call(this);

        public Tensor rsqrt_() => Operators.rsqrt_.Apply(this);

        public Tensor square() => Operators.square.Call(this);

        public Tensor sqrt() => Operators.sqrt.Call(this);

        public Tensor sqrt_() => Operators.sqrt_.Apply(this);

        public Tensor sign() => Operators.sign.Call(this);

        public Tensor sign_() => Operators.sign_.Apply(this);

        public Tensor sgn() => Operators.sgn.Call(this);

        public Tensor sgn_() => Operators.sgn_.Apply(this);

        public Tensor signbit() => Operators.signbit.Call(this);

        public Tensor sub(Tensor target) => Operators.sub_Tensor.Call(this, target);

        public Tensor sub(Scalar target) => Operators.sub_Scalar.Call(this, target);

        public Tensor subtract(Scalar target) => Operators.sub_Scalar.Call(this, target);

        public Tensor subtract(Tensor target) => Operators.subtract_Tensor.Call(this, target);

        public Tensor subtract_(Scalar target) => Operators.sub__Scalar.Apply(this, target);

        public Tensor subtract_(Tensor target) => Operators.subtract__Tensor.Apply(this, target);

        public Tensor sub_(Tensor target) => Operators.sub__Tensor.Apply(this, target);

        public Tensor sub_(Scalar target) => Operators.sub__Scalar.Apply(this, target);

        public Tensor true_divide(Tensor other) => Operators.true_divide_Tensor.Call(this, other);

        public Tensor true_divide(Scalar other) => Operators.true_divide_Scalar.Call(this, other);

        public Tensor true_divide_(Tensor other) => Operators.true_divide__Tensor.Apply(this, other);

        public Tensor true_divide_(Scalar other) => Operators.true_divide__Scalar.Apply(this, other);

        public Tensor trunc() => Operators.trunc.Call(this);

        public Tensor fix() => Operators.fix.Call(this);

        public Tensor trunc_() => Operators.trunc_.Apply(this);

        public Tensor fix_() => Operators.fix_.Apply(this);

        public Tensor xlogy(Tensor y) => Operators.xlogy_Tensor.Call(this, y);

        public Tensor xlogy_(Tensor y) => Operators.xlogy__Tensor.Apply(this, y);

        public Tensor xlogy(Scalar y) => Operators.xlogy_Scalar_Other.Call(this, y);

        public Tensor xlogy_(Scalar y) => Operators.xlogy__Scalar_Other.Apply(this, y);

        public Tensor angle() => Operators.angle.Call(this);

        public Tensor asin() => Operators.asin.Call(this);

        public Tensor arcsin() => Operators.arcsin.Call(this);

        public Tensor asin_() => Operators.asin_.Apply(this);

        public Tensor arcsin_() => Operators.arcsin_.Apply(this);

        public Tensor acos() => Operators.acos.Call(this);

        public Tensor arccos() => Operators.arccos.Call(this);

        public Tensor acos_() => Operators.acos_.Apply(this);

        public Tensor arccos_() => Operators.arccos_.Apply(this);

        public Tensor atan() => Operators.atan.Call(this);

        public Tensor arctan() => Operators.arctan.Call(this);

        public Tensor arctan(Tensor other) => Operators.atan2.Call(this, other);

        public Tensor arctan_(Tensor other) => Operators.atan2_.Apply(this, other);

        public Tensor atan_() => Operators.atan_.Apply(this);

        public Tensor arctan_() => Operators.arctan_.Apply(this);

        public Tensor atan2(Tensor other) => Operators.atan2.Call(this, other);

        public Tensor arctan2_(Tensor other) => Operators.arctan2_.Apply(this, other);

        public Tensor arctan2(Tensor other) => Operators.arctan2.Call(this, other);

        public Tensor atan2_(Tensor other) => Operators.atan2_.Apply(this, other);

        public Tensor cos() => Operators.cos.Call(this);

        public Tensor cos_() => Operators.cos_.Apply(this);

        public Tensor sin() => Operators.sin.Call(this);

        public Tensor sin_() => Operators.sin_.Apply(this);

        public Tensor tan() => Operators.tan.Call(this);

        public Tensor tan_() => Operators.tan_.Apply(this);

        public Tensor sinc() => Operators.sinc.Call(this);

        public Tensor sinc_() => Operators.sinc_.Apply(this);

        public Tensor sinh() => Operators.sinh.Call(this);

        public Tensor sinh_() => Operators.sinh_.Apply(this);

        public Tensor cosh() => Operators.cosh.Call(this);

        public Tensor cosh_() => Operators.cosh_.Apply(this);

        public Tensor tanh() => Operators.tanh.Call(this);

        public Tensor tanh_() => Operators.tanh_.Apply(this);

        public Tensor arcsinh() => Operators.arcsinh.Call(this);

        public Tensor asinh() => Operators.asinh.Call(this);

        public Tensor arcsinh_() => Operators.arcsinh_.Apply(this);

        public Tensor asinh_() => Operators.asinh_.Apply(this);

        public Tensor arccosh() => Operators.arccosh.Call(this);

        public Tensor acosh() => Operators.acosh.Call(this);

        public Tensor arccosh_() => Operators.arccosh_.Apply(this);

        public Tensor acosh_() => Operators.acosh_.Apply(this);

        public Tensor arctanh() => Operators.arctanh.Call(this);

        public Tensor atanh() => Operators.atanh.Call(this);

        public Tensor arctanh_() => Operators.arctanh_.Apply(this);

        public Tensor atanh_() => Operators.atanh_.Apply(this);
    }
}
