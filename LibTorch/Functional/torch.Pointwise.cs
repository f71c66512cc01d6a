using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Arithmetic and elementary functions, element by element; a trailing underscore means in place.

    public static Tensor clamp_max(Tensor input, Scalar max) => Operators.clamp_max.Call(input, max);

    public static Tensor clamp_max_(Tensor input, Scalar max) => Operators.clamp_max_.Apply(input, max);

    public static Tensor clamp_min(Tensor input, Scalar min) => Operators.clamp_min.Call(input, min);

    public static Tensor clamp_min_(Tensor input, Scalar min) => Operators.clamp_min_.Apply(input, min);

    public static Tensor conj(Tensor input) => Operators.conj.Call(input);

    public static Tensor gcd(Tensor left, Tensor right) => Operators.gcd.Call(left, right);

    public static Tensor gcd_(Tensor left, Tensor right) => Operators.gcd_.Apply(left, right);

    public static Tensor lcm(Tensor input, Tensor other) => Operators.lcm.Call(input, other);

    public static Tensor lcm_(Tensor input, Tensor other) => Operators.lcm_.Apply(input, other);

    public static Tensor abs(Tensor input) => Operators.abs.Call(input);

    public static Tensor abs_(Tensor input) => Operators.abs_.Apply(input);

    public static Tensor absolute(Tensor input) => Operators.absolute.Call(input);

    public static Tensor absolute_(Tensor input) => Operators.absolute_.Apply(input);

    public static Tensor acos(Tensor input) => Operators.acos.Call(input);

    public static Tensor acos_(Tensor input) => Operators.acos_.Apply(input);

    public static Tensor arccos(Tensor input) => Operators.arccos.Call(input);

    public static Tensor arccos_(Tensor input) => Operators.arccos_.Apply(input);

    public static Tensor acosh(Tensor input) => Operators.acosh.Call(input);

    public static Tensor acosh_(Tensor input) => Operators.acosh_.Apply(input);

    public static Tensor arccosh(Tensor input) => Operators.arccosh.Call(input);

    public static Tensor arccosh_(Tensor input) => Operators.arccosh_.Apply(input);

    public static Tensor add(Tensor left, Tensor right) => Operators.add_Tensor.Call(left, right);

    public static Tensor add(Tensor left, Scalar right) => Operators.add_Scalar.Call(left, right);

    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => Operators.add_Tensor.Call(left, right, alpha);

    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => Operators.add_Scalar.Call(left, right, alpha);

    public static Tensor add_(Tensor left, Tensor right) => Operators.add__Tensor.Apply(left, right);

    public static Tensor add_(Tensor left, Scalar right) => Operators.add__Scalar.Apply(left, right);

    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => Operators.add__Tensor.Apply(left, right, alpha);

    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => Operators.add__Scalar.Apply(left, right, alpha);

    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Operators.addcdiv.Call(input, tensor1, tensor2, value);

    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Operators.addcdiv_.Apply(input, tensor1, tensor2, value);

    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Operators.addcmul.Call(input, tensor1, tensor2, value);

    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Operators.addcmul_.Apply(input, tensor1, tensor2, value);

    public static Tensor angle(Tensor input) => Operators.angle.Call(input);

    public static Tensor asin(Tensor input) => Operators.asin.Call(input);

    public static Tensor asin_(Tensor input) => Operators.asin_.Apply(input);

    public static Tensor arcsin(Tensor input) => Operators.arcsin.Call(input);

    public static Tensor arcsin_(Tensor input) => Operators.arcsin_.Apply(input);

    public static Tensor asinh(Tensor input) => Operators.asinh.Call(input);

    public static Tensor asinh_(Tensor input) => Operators.asinh_.Apply(input);

    public static Tensor arcsinh(Tensor input) => Operators.arcsinh.Call(input);

    public static Tensor arcsinh_(Tensor input) => Operators.arcsinh_.Apply(input);

    public static Tensor atan(Tensor input) => Operators.atan.Call(input);

    public static Tensor atan_(Tensor input) => Operators.atan_.Apply(input);

    public static Tensor arctan(Tensor input) => Operators.arctan.Call(input);

    public static Tensor arctan_(Tensor input) => Operators.arctan_.Apply(input);

    public static Tensor atanh(Tensor input) => Operators.atanh.Call(input);

    public static Tensor atanh_(Tensor input) => Operators.atanh_.Apply(input);

    public static Tensor arctanh(Tensor input) => Operators.arctanh.Call(input);

    public static Tensor arctanh_(Tensor input) => Operators.arctanh_.Apply(input);

    public static Tensor atan2(Tensor input, Tensor other) => Operators.atan2.Call(input, other);

    public static Tensor atan2_(Tensor input, Tensor other) => Operators.atan2_.Apply(input, other);

    public static Tensor arctan2(Tensor input, Tensor other) => Operators.arctan2.Call(input, other);

    public static Tensor arctan2_(Tensor input, Tensor other) => Operators.arctan2_.Apply(input, other);

    public static Tensor arctan(Tensor input, Tensor other) => Operators.atan2.Call(input, other);

    public static Tensor arctan_(Tensor input, Tensor other) => Operators.atan2_.Apply(input, other);

    public static Tensor bitwise_not(Tensor input) => Operators.bitwise_not.Call(input);

    public static Tensor bitwise_not_(Tensor input) => Operators.bitwise_not_.Apply(input);

    public static Tensor bitwise_and(Tensor left, Tensor right) => Operators.bitwise_and_Tensor.Call(left, right);

    public static Tensor bitwise_and_(Tensor left, Tensor right) => Operators.bitwise_and__Tensor.Apply(left, right);

    public static Tensor bitwise_or(Tensor left, Tensor right) => Operators.bitwise_or_Tensor.Call(left, right);

    public static Tensor bitwise_or_(Tensor left, Tensor right) => Operators.bitwise_or__Tensor.Apply(left, right);

    public static Tensor bitwise_xor(Tensor left, Tensor right) => Operators.bitwise_xor_Tensor.Call(left, right);

    public static Tensor bitwise_xor_(Tensor left, Tensor right) => Operators.bitwise_xor__Tensor.Apply(left, right);

    public static Tensor bitwise_left_shift(Tensor left, Tensor right) => Operators.bitwise_left_shift_Tensor.Call(left, right);

    public static Tensor bitwise_left_shift_(Tensor left, Tensor right) => Operators.bitwise_left_shift__Tensor.Apply(left, right);

    public static Tensor bitwise_right_shift(Tensor left, Tensor right) => Operators.bitwise_right_shift_Tensor.Call(left, right);

    public static Tensor bitwise_right_shift_(Tensor left, Tensor right) => Operators.bitwise_right_shift__Tensor.Apply(left, right);

    public static Tensor ceil(Tensor input) => Operators.ceil.Call(input);

    public static Tensor ceil_(Tensor input) => Operators.ceil_.Apply(input);

    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => Operators.clamp.Call(input, min, max);

    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => Operators.clamp_.Apply(input, min, max);

    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => Operators.clamp_Tensor.Call(input, min, max);

    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => Operators.clamp__Tensor.Apply(input, min, max);

    public static Tensor conj_physical(Tensor input) => Operators.conj_physical.Call(input);

    public static Tensor conj_physical_(Tensor input) => Operators.conj_physical_.Apply(input);

    public static Tensor copysign(Tensor input, Tensor other) => Operators.copysign_Tensor.Call(input, other);

    public static Tensor cos(Tensor input) => Operators.cos.Call(input);

    public static Tensor cos_(Tensor input) => Operators.cos_.Apply(input);

    public static Tensor cosh(Tensor input) => Operators.cosh.Call(input);

    public static Tensor cosh_(Tensor input) => Operators.cosh_.Apply(input);

    public static Tensor deg2rad(Tensor input) => Operators.deg2rad.Call(input);

    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Operators.div_Tensor_mode.Call(left, right, rounding_mode.Name());

    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        Operators.div_Scalar_mode.Call(left, right, rounding_mode.Name());

    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        Operators.div__Scalar_mode.Apply(left, right, rounding_mode.Name());

    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Operators.div__Tensor_mode.Apply(left, right, rounding_mode.Name());

    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Operators.divide_Tensor_mode.Call(left, right, rounding_mode.Name());

    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        Operators.divide_Scalar_mode.Call(left, right, rounding_mode.Name());

    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Operators.divide__Tensor_mode.Apply(left, right, rounding_mode.Name());

    public static Tensor divide_(Tensor left, Scalar right) => Operators.divide__Scalar.Apply(left, right);

    public static Tensor digamma(Tensor input) => Operators.digamma.Call(input);

    public static Tensor digamma_(Tensor input) => Operators.digamma_.Apply(input);

    public static Tensor erf(Tensor input) => Operators.erf.Call(input);

    public static Tensor erf_(Tensor input) => Operators.erf_.Apply(input);

    public static Tensor erfc(Tensor input) => Operators.erfc.Call(input);

    public static Tensor erfc_(Tensor input) => Operators.erfc_.Apply(input);

    public static Tensor erfinv(Tensor input) => Operators.erfinv.Call(input);

    public static Tensor erfinv_(Tensor input) => Operators.erfinv_.Apply(input);

    public static Tensor exp(Tensor input) => Operators.exp.Call(input);

    public static Tensor exp_(Tensor input) => Operators.exp_.Apply(input);

    public static Tensor exp2(Tensor input) => Operators.exp2.Call(input);

    public static Tensor expm1(Tensor input) => Operators.expm1.Call(input);

    public static Tensor expm1_(Tensor input) => Operators.expm1_.Apply(input);

    public static Tensor fix(Tensor input) => Operators.fix.Call(input);

    public static Tensor fix_(Tensor input) => Operators.fix_.Apply(input);

    public static Tensor float_power(Tensor input, Tensor target) => Operators.float_power_Tensor_Tensor.Call(input, target);

    public static Tensor floor(Tensor input) => Operators.floor.Call(input);

    public static Tensor floor_(Tensor input) => Operators.floor_.Apply(input);

    public static Tensor floor_divide(Tensor input, Tensor other) => Operators.floor_divide.Call(input, other);

    public static Tensor floor_divide_(Tensor input, Tensor other) => Operators.floor_divide__Tensor.Apply(input, other);

    public static Tensor fmod(Tensor left, Tensor right) => Operators.fmod_Tensor.Call(left, right);

    public static Tensor fmod_(Tensor left, Tensor right) => Operators.fmod__Tensor.Apply(left, right);

    public static Tensor fmod(Tensor left, Scalar right) => Operators.fmod_Scalar.Call(left, right);

    public static Tensor fmod_(Tensor left, Scalar right) => Operators.fmod__Scalar.Apply(left, right);

    public static Tensor frac(Tensor input) => Operators.frac.Call(input);

    public static Tensor frac_(Tensor input) => Operators.frac_.Apply(input);

    public static (Tensor Mantissa, Tensor Exponent) frexp(Tensor input) => Operators.frexp_Tensor.CallForTwo(input);

    public static Tensor imag(Tensor input) => Operators.imag.Call(input);

    public static Tensor ldexp(Tensor input, Tensor other) => Operators.ldexp_Tensor.Call(input, other);

    public static Tensor ldexp_(Tensor input, Tensor other) => Operators.ldexp_.Apply(input, other);

    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => Operators.lerp_Tensor.Call(input, end, weight);

    public static Tensor lgamma(Tensor input) => Operators.lgamma.Call(input);

    public static Tensor lgamma_(Tensor input) => Operators.lgamma_.Apply(input);

    public static Tensor log(Tensor input) => Operators.log.Call(input);

    public static Tensor log_(Tensor input) => Operators.log_.Apply(input);

    public static Tensor log10(Tensor input) => Operators.log10.Call(input);

    public static Tensor log10_(Tensor input) => Operators.log10_.Apply(input);

    public static Tensor log1p(Tensor input) => Operators.log1p.Call(input);

    public static Tensor log1p_(Tensor input) => Operators.log1p_.Apply(input);

    public static Tensor log2(Tensor input) => Operators.log2.Call(input);

    public static Tensor log2_(Tensor input) => Operators.log2_.Apply(input);

    public static Tensor logaddexp(Tensor left, Tensor right) => Operators.logaddexp.Call(left, right);

    public static Tensor logaddexp2(Tensor left, Tensor right) => Operators.logaddexp2.Call(left, right);

    public static Tensor logical_and(Tensor left, Tensor right) => Operators.logical_and.Call(left, right);

    public static Tensor logical_and_(Tensor left, Tensor right) => Operators.logical_and_.Apply(left, right);

    public static Tensor logical_not(Tensor input) => Operators.logical_not.Call(input);

    public static Tensor logical_or(Tensor left, Tensor right) => Operators.logical_or.Call(left, right);

    public static Tensor logical_or_(Tensor left, Tensor right) => Operators.logical_or_.Apply(left, right);

    public static Tensor logical_xor(Tensor left, Tensor right) => Operators.logical_xor.Call(left, right);

    public static Tensor logical_xor_(Tensor left, Tensor right) => Operators.logical_xor_.Apply(left, right);

    public static Tensor logit(Tensor input, double? eps = null) => Operators.logit.Call(input, eps);

    public static Tensor hypot(Tensor left, Tensor right) => Operators.hypot.Call(left, right);

    public static Tensor i0(Tensor input) => Operators.i0.Call(input);

    public static Tensor igamma(Tensor input, Tensor other) => Operators.igamma.Call(input, other);

    public static Tensor igammac(Tensor input, Tensor other) => Operators.igammac.Call(input, other);

    public static Tensor mul(Tensor left, Tensor right) => Operators.mul_Tensor.Call(left, right);

    public static Tensor mul(Tensor left, Scalar right) => Operators.mul_Scalar.Call(left, right);

    public static Tensor mul_(Tensor left, Tensor right) => Operators.mul__Tensor.Apply(left, right);

    public static Tensor mul_(Tensor left, Scalar right) => Operators.mul__Scalar.Apply(left, right);

    public static Tensor multiply(Tensor left, Tensor right) => Operators.multiply_Tensor.Call(left, right);

    public static Tensor multiply(Tensor left, Scalar right) => Operators.multiply_Scalar.Call(left, right);

    public static Tensor multiply_(Tensor left, Tensor right) => Operators.multiply__Tensor.Apply(left, right);

    public static Tensor multiply_(Tensor left, Scalar right) => Operators.multiply__Scalar.Apply(left, right);

    public static Tensor mvlgamma(Tensor input, long p) => Operators.mvlgamma.Call(input, p);

    public static Tensor mvlgamma_(Tensor input, long p) => Operators.mvlgamma_.Apply(input, p);

    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        Operators.nan_to_num.Call(input, nan, posinf, neginf);

    public static Tensor neg(Tensor input) => Operators.neg.Call(input);

    public static Tensor neg_(Tensor input) => Operators.neg_.Apply(input);

    public static Tensor negative(Tensor input) => Operators.negative.Call(input);

    public static Tensor negative_(Tensor input) => Operators.negative_.Apply(input);

    public static Tensor nextafter(Tensor input, Tensor other) => Operators.nextafter.Call(input, other);

    public static Tensor polygamma(Tensor input, long p) => Operators.polygamma.Call(p, input);

    public static Tensor polygamma_(Tensor input, long p) => Operators.polygamma_.Apply(input, p);

    public static Tensor positive(Tensor input) => Operators.positive.Call(input);

    public static Tensor pow(Tensor left, Tensor exponent) => Operators.pow_Tensor_Tensor.Call(left, exponent);

    public static Tensor pow(Tensor left, Scalar exponent) => Operators.pow_Tensor_Scalar.Call(left, exponent);

    public static Tensor pow_(Tensor left, Tensor exponent) => Operators.pow__Tensor.Apply(left, exponent);

    public static Tensor pow_(Tensor left, Scalar exponent) => Operators.pow__Scalar.Apply(left, exponent);

    public static Tensor rad2deg(Tensor input) => Operators.rad2deg.Call(input);

    public static Tensor real(Tensor input) => Operators.real.Call(input);

    public static Tensor reciprocal(Tensor input) => Operators.reciprocal.Call(input);

    public static Tensor reciprocal_(Tensor input) => Operators.reciprocal_.Apply(input);

    public static Tensor remainder(Tensor left, Tensor right) => Operators.remainder_Tensor.Call(left, right);

    public static Tensor remainder(Tensor left, Scalar right) => Operators.remainder_Scalar.Call(left, right);

    public static Tensor remainder_(Tensor left, Tensor right) => Operators.remainder__Tensor.Apply(left, right);

    public static Tensor remainder_(Tensor left, Scalar right) => Operators.remainder__Scalar.Apply(left, right);

    public static Tensor round(Tensor input, long decimals = 0) =>
        decimals == 0 ? Operators.round.Call(input) : Operators.round_decimals.Call(input, decimals);

    public static Tensor round_(Tensor input, long decimals = 0) =>
        decimals == 0 ? Operators.round_.Apply(input) : Operators.round__decimals.Apply(input, decimals);

    public static Tensor rsqrt(Tensor input) => Operators.rsqrt.Call(input);

    public static Tensor rsqrt_(Tensor input) => Operators.rsqrt_.Apply(input);

    public static Tensor sigmoid(Tensor input) => Operators.sigmoid.Call(input);

    public static Tensor sigmoid_(Tensor input) => Operators.sigmoid_.Apply(input);

    public static Tensor sign(Tensor input) => Operators.sign.Call(input);

    public static Tensor sign_(Tensor input) => Operators.sign_.Apply(input);

    public static Tensor sgn(Tensor input) => Operators.sgn.Call(input);

    public static Tensor sgn_(Tensor input) => Operators.sgn_.Apply(input);

    public static Tensor signbit(Tensor input) => Operators.signbit.Call(input);

    public static Tensor sin(Tensor input) => Operators.sin.Call(input);

    public static Tensor sin_(Tensor input) => Operators.sin_.Apply(input);

    public static Tensor sinc(Tensor input) => Operators.sinc.Call(input);

    public static Tensor sinc_(Tensor input) => Operators.sinc_.Apply(input);

    public static Tensor sinh(Tensor input) => Operators.sinh.Call(input);

    public static Tensor sinh_(Tensor input) => Operators.sinh_.Apply(input);

    public static Tensor sqrt(Tensor input) => Operators.sqrt.Call(input);

    public static Tensor sqrt_(Tensor input) => Operators.sqrt_.Apply(input);

    public static Tensor square(Tensor input) => Operators.square.Call(input);

    public static Tensor sub(Tensor left, Tensor right) => Operators.sub_Tensor.Call(left, right);

    public static Tensor sub(Tensor left, Scalar right) => Operators.sub_Scalar.Call(left, right);

    public static Tensor sub_(Tensor left, Tensor right) => Operators.sub__Tensor.Apply(left, right);

    public static Tensor sub_(Tensor left, Scalar right) => Operators.sub__Scalar.Apply(left, right);

    public static Tensor subtract(Tensor left, Tensor right) => Operators.subtract_Tensor.Call(left, right);

    public static Tensor subtract(Tensor left, Scalar right) => Operators.subtract_Scalar.Call(left, right);

    public static Tensor subtract_(Tensor left, Tensor right) => Operators.subtract__Tensor.Apply(left, right);

    public static Tensor subtract_(Tensor left, Scalar right) => Operators.subtract__Scalar.Apply(left, right);

    public static Tensor tan(Tensor input) => Operators.tan.Call(input);

    public static Tensor tan_(Tensor input) => Operators.tan_.Apply(input);

    public static Tensor tanh(Tensor input) => Operators.tanh.Call(input);

    public static Tensor tanh_(Tensor input) => Operators.tanh_.Apply(input);

    public static Tensor true_divide(Tensor dividend, Tensor divisor) => Operators.true_divide_Tensor.Call(dividend, divisor);

    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => Operators.true_divide__Tensor.Apply(dividend, divisor);

    public static Tensor trunc(Tensor input) => Operators.trunc.Call(input);

    public static Tensor trunc_(Tensor input) => Operators.trunc_.Apply(input);

    public static Tensor xlogy(Tensor x, Tensor y) => Operators.xlogy_Tensor.Call(x, y);

    public static Tensor xlogy_(Tensor x, Tensor y) => Operators.xlogy__Tensor.Apply(x, y);

    public static Tensor xlogy(Tensor x, Scalar y) => Operators.xlogy_Scalar_Other.Call(x, y);

    public static Tensor xlogy_(Tensor x, Scalar y) => Operators.xlogy__Scalar_Other.Apply(x, y);
}
