using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Products and factorizations of matrices and vectors.
    public partial class Tensor
    {
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            Operators.baddbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        public Tensor bmm(Tensor batch2) => Operators.bmm.Call(this, batch2);

        public Tensor trace() => Operators.trace.Call(this);

        public Tensor outer(Tensor vec2) => Operators.outer.Call(this, vec2);

        public Tensor ger(Tensor vec2) => Operators.ger.Call(this, vec2);

        public Tensor inner(Tensor vec2) => Operators.inner.Call(this, vec2);

        public Tensor inverse() => Operators.inverse.Call(this);

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Operators.tensordot.Call(this, b, dims1, dims2);

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            Operators.tensordot.Call(this, b, Array.ConvertAll(dims, d => d.Item1), Array.ConvertAll(dims, d => d.Item2));

        public Tensor tensordot(Tensor b, long dims = 2) => Contracted(this, b, dims);

        public Tensor cholesky(bool upper = false) => Operators.cholesky.Call(this, upper);

        public Tensor cholesky_inverse(bool upper = false) => Operators.cholesky_inverse.Call(this, upper);

        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Operators.cholesky_solve.Call(this, input2, upper);

        public Tensor det() => Operators.det.Call(this);

        public Tensor logdet() => Operators.logdet.Call(this);

        public (Tensor a, Tensor tau) geqrf() => Operators.geqrf.CallForTwo(this);

        public Tensor matmul(Tensor target) => Operators.matmul.Call(this, target);

        public Tensor mm(Tensor target) => Operators.mm.Call(this, target);

        public Tensor mv(Tensor target) => Operators.mv.Call(this, target);

        public Tensor matrix_exp() => Operators.matrix_exp.Call(this);

        public Tensor matrix_power(int n) => Operators.matrix_power.Call(this, n);

        public Tensor vdot(Tensor target) => Operators.vdot.Call(this, target);

        public Tensor dot(Tensor target) => Operators.dot.Call(this, target);

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Operators.linalg_pinv.Call(this, rcond, hermitian);

        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
            Operators.ormqr.Call(this, tau, other, left, transpose);

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            Operators.addbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            Operators.addbmm_.Apply(this, batch1, batch2, (double)beta, (double)alpha);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            Operators.addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            Operators.addmm_.Apply(this, mat1, mat2, (double)beta, (double)alpha);

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            Operators.addmv.Call(this, mat, vec, (double)beta, (double)alpha);

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            Operators.addmv_.Apply(this, mat, vec, (double)beta, (double)alpha);

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            Operators.addr.Call(this, vec1, vec2, (double)beta, (double)alpha);

        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            Operators.addr_.Apply(this, vec1, vec2, (double)beta, (double)alpha);
    }
}
