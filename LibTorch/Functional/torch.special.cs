using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions of mathematics and statistics.</summary>
    public static partial class special
    {
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) => Operators.special_airy_ai.CallInto(@out, input);

        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) => Operators.special_bessel_j0.CallInto(@out, input);

        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) => Operators.special_bessel_j1.CallInto(@out, input);

        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) => Operators.special_bessel_y0.CallInto(@out, input);

        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) => Operators.special_bessel_y1.CallInto(@out, input);

        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) =>
            Operators.special_modified_bessel_i0.CallInto(@out, input);

        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) =>
            Operators.special_modified_bessel_i1.CallInto(@out, input);

        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Operators.special_modified_bessel_k0.CallInto(@out, input);

        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Operators.special_modified_bessel_k1.CallInto(@out, input);

        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Operators.special_scaled_modified_bessel_k0.CallInto(@out, input);

        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Operators.special_scaled_modified_bessel_k1.CallInto(@out, input);

        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) =>
            Operators.special_spherical_bessel_j0.CallInto(@out, input);

        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_chebyshev_polynomial_t.CallInto(@out, x, n);

        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_chebyshev_polynomial_u.CallInto(@out, x, n);

        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_chebyshev_polynomial_v.CallInto(@out, x, n);

        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_chebyshev_polynomial_w.CallInto(@out, x, n);

        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_shifted_chebyshev_polynomial_t.CallInto(@out, x, n);

        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_shifted_chebyshev_polynomial_u.CallInto(@out, x, n);

        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_shifted_chebyshev_polynomial_v.CallInto(@out, x, n);

        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_shifted_chebyshev_polynomial_w.CallInto(@out, x, n);

        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_hermite_polynomial_h.CallInto(@out, x, n);

        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_hermite_polynomial_he.CallInto(@out, x, n);

        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_laguerre_polynomial_l.CallInto(@out, x, n);

        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) =>
            Operators.special_legendre_polynomial_p.CallInto(@out, x, n);

        public static Tensor entr(Tensor input) => Operators.special_entr.Call(input);

        public static Tensor erf(Tensor input) => Operators.special_erf.Call(input);

        public static Tensor erfc(Tensor input) => Operators.special_erfc.Call(input);

        public static Tensor erfcx(Tensor input) => Operators.special_erfcx.Call(input);

        public static Tensor erfinv(Tensor input) => Operators.special_erfinv.Call(input);

        public static Tensor expit(Tensor input) => Operators.special_expit.Call(input);

        public static Tensor expm1(Tensor input) => Operators.special_expm1.Call(input);

        public static Tensor exp2(Tensor input) => Operators.special_exp2.Call(input);

        public static Tensor gammaln(Tensor input) => Operators.special_gammaln.Call(input);

        public static Tensor digamma(Tensor input) => Operators.special_digamma.Call(input);

        public static Tensor psi(Tensor input) => Operators.special_psi.Call(input);

        public static Tensor i0(Tensor input) => Operators.special_i0.Call(input);

        public static Tensor i0e(Tensor input) => Operators.special_i0e.Call(input);

        public static Tensor i1(Tensor input) => Operators.special_i1.Call(input);

        public static Tensor i1e(Tensor input) => Operators.special_i1e.Call(input);

        public static Tensor logit(Tensor input) => Operators.special_logit.Call(input);

        public static Tensor ndtr(Tensor input) => Operators.special_ndtr.Call(input);

        public static Tensor ndtri(Tensor input) => Operators.special_ndtri.Call(input);

        public static Tensor sinc(Tensor input) => Operators.special_sinc.Call(input);

        public static Tensor gammainc(Tensor input, Tensor other) => Operators.special_gammainc.Call(input, other);

        public static Tensor gammaincc(Tensor input, Tensor other) => Operators.special_gammaincc.Call(input, other);

        public static Tensor xlog1py(Tensor input, Tensor other) => Operators.special_xlog1py.Call(input, other);

        public static Tensor polygamma(long n, Tensor input) => Operators.special_polygamma.Call(n, input);

        public static Tensor multigammaln(Tensor input, long p) => Operators.special_multigammaln.Call(input, p);

        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            Operators.special_log_softmax.Call(input, dim, dtype);

        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Operators.special_softmax.Call(input, dim, dtype);

        public static Tensor sigmoid(Tensor input) => Operators.sigmoid.Call(input);

        public static Tensor sigmoid_(Tensor input) => Operators.sigmoid_.Apply(input);

        public static Tensor zeta(Tensor x, Tensor q) => Operators.special_zeta.Call(x, q);
    }
}
