using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Products and factorizations of matrices and vectors.

    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        Operators.addbmm.Call(input, batch1, batch2, (double)beta, (double)alpha);

    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        Operators.addbmm_.Apply(input, batch1, batch2, (double)beta, (double)alpha);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Operators.addmm.Call(input, mat1, mat2, (double)beta, (double)alpha);

    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Operators.addmm_.Apply(input, mat1, mat2, (double)beta, (double)alpha);

    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Operators.addmv.Call(input, mat1, mat2, (double)beta, (double)alpha);

    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Operators.addmv_.Apply(input, mat1, mat2, (double)beta, (double)alpha);

    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
        Operators.addr.Call(input, vec1, vec2, (double)beta, (double)alpha);

    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
        Operators.addr_.Apply(input, vec1, vec2, (double)beta, (double)alpha);

    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        Operators.baddbmm.Call(input, batch1, batch2, (double)beta, (double)alpha);

    public static Tensor bmm(Tensor input, Tensor batch2) => Operators.bmm.Call(input, batch2);

    public static Tensor chain_matmul(params Tensor[] matrices) => Operators.chain_matmul.Call(matrices);

    public static Tensor cholesky(Tensor input) => Operators.cholesky.Call(input);

    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => Operators.cholesky_inverse.Call(input, upper);

    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) =>
        Operators.cholesky_solve.Call(input, input2, upper);

    public static Tensor dot(Tensor input, Tensor other) => Operators.dot.Call(input, other);

    public static (Tensor a, Tensor tau) geqrf(Tensor input) => Operators.geqrf.CallForTwo(input);

    public static Tensor ger(Tensor input, Tensor vec2) => Operators.ger.Call(input, vec2);

    public static Tensor inner(Tensor input, Tensor vec2) => Operators.inner.Call(input, vec2);

    public static Tensor inverse(Tensor input) => Operators.inverse.Call(input);

    public static Tensor det(Tensor input) => Operators.det.Call(input);

    public static Tensor logdet(Tensor input) => Operators.logdet.Call(input);

    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);

    /// <summary>The factors in one matrix, the pivots, and where it is wanted whether it went well.</summary>
    public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        var (factors, pivots, infos) = Operators.linalg_lu_factor_ex.CallForThree(A, pivot, !get_infos);
        if (get_infos)
            return (factors, pivots, infos);
        infos.Dispose();
        return (factors, pivots, null);
    }

    public static (Tensor P, Tensor? A_L, Tensor? A_U) lu_unpack(
        Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true) =>
        Operators.lu_unpack.CallForThree(LU_data, LU_pivots, unpack_data, unpack_pivots);

    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => Operators.lu_solve.Call(b, LU_data, LU_pivots);

    public static Tensor matmul(Tensor input, Tensor target) => Operators.matmul.Call(input, target);

    public static Tensor matrix_power(Tensor input, int n) => Operators.matrix_power.Call(input, n);

    public static Tensor matrix_exp(Tensor input) => Operators.matrix_exp.Call(input);

    public static Tensor mm(Tensor input, Tensor target) => Operators.mm.Call(input, target);

    public static Tensor mv(Tensor input, Tensor target) => Operators.mv.Call(input, target);

    public static Tensor orgqr(Tensor input, Tensor tau) => Operators.orgqr.Call(input, tau);

    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
        Operators.ormqr.Call(input, tau, other, left, transpose);

    public static Tensor outer(Tensor input, Tensor vec2) => Operators.outer.Call(input, vec2);

    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) =>
        Operators.linalg_pinv.Call(input, rcond, hermitian);

    public static Tensor vdot(Tensor input, Tensor target) => Operators.vdot.Call(input, target);

    public static Tensor cholesky(Tensor input, bool upper) => Operators.cholesky.Call(input, upper);

    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Operators.cdist.Call(x1, x2, p, (long)compute_mode);

    public static Tensor einsum(string equation, params Tensor[] tensors) => Operators.einsum.Call(equation, tensors);

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => Contracted(a, b, dims);

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => Operators.tensordot.Call(a, b, dims1, dims2);

    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) =>
        Operators.tensordot.Call(a, b, Array.ConvertAll(dims, d => d.Item1), Array.ConvertAll(dims, d => d.Item2));

    public static Tensor trace(Tensor input) => Operators.trace.Call(input);
}
