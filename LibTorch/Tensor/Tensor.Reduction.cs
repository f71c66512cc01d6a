using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Sums, means, extremes, order statistics and running totals.
    public partial class Tensor
    {
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            dim is { } only
    ? Operators.unique_dim.CallForThree(this, only, sorted, return_inverse, return_counts)
    : Operators._unique2.CallForThree(this, sorted, return_inverse, return_counts);

        public (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Operators.unique_consecutive.CallForThree(this, return_inverse, return_counts, dim);

        public Tensor all() => Operators.all.Call(this);

        public Tensor all(long dim, bool keepdim = false) => Operators.all_dim.Call(this, dim, keepdim);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Operators.amax.Call(this, dims, keepdim));

        public Tensor amax(params long[] dims) => Operators.amax.Call(this, dims);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Operators.amax.Call(this, Argument.List(dims), keepdim));

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Operators.amin.Call(this, Argument.List(dims), keepdim));

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Operators.amin.Call(this, dims, keepdim));

        public Tensor amin(params long[] dims) => Operators.amin.Call(this, dims);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) =>
            Operators.aminmax.CallForTwo(this, dim, keepdim);

        public Tensor any() => Operators.any.Call(this);

        public Tensor any(long dim, bool keepdim = false) => Operators.any_dim.Call(this, dim, keepdim);

        public Tensor argmax() => Operators.argmax.Call(this);

        public Tensor argmax(long dim, bool keepdim = false) => Operators.argmax.Call(this, dim, keepdim);

        public Tensor argmin() => Operators.argmin.Call(this);

        public Tensor argmin(long dim, bool keepdim = false) => Operators.argmin.Call(this, dim, keepdim);

        public Tensor argsort(long dim = -1, bool descending = false) => Operators.argsort.Call(this, dim, descending);

        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Operators.count_nonzero.Call(this) : Operators.count_nonzero_dim_IntList.Call(this, dims);

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Operators.cov.Call(this, correction, fweights, aweights);

        public Tensor corrcoef() => Operators.corrcoef.Call(this);

        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Operators.bucketize_Tensor.Call(this, boundaries, outInt32, right);

        public Tensor bincount(Tensor weights, long minlength = 0) => Operators.bincount.Call(this, weights, minlength);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Operators.topk.CallForTwo(this, k, dim, largest, sorted);

        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Operators.kthvalue.CallForTwo(this, k, dim ?? -1, keepdim);

        public Tensor max() => Operators.max.Call(this);

        public Tensor max(Tensor other) => Operators.maximum.Call(this, other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Operators.max_dim.CallForTwo(this, dim, keepdim);

        public Tensor mean() => Operators.mean.Call(this);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Operators.quantile.Call(this, q, dim, keepdim);

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Operators.nanquantile.Call(this, q, dim, keepdim);

        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Operators.mode.CallForTwo(this, dim, keepdim);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Operators.mean_dim.Call(this, dimensions, keepdim, type);

        public Tensor median() => Operators.median.Call(this);

        public Tensor min() => Operators.min.Call(this);

        public Tensor min(Tensor other) => Operators.minimum.Call(this, other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Operators.min_dim.CallForTwo(this, dim, keepdim);

        public Tensor msort() => Operators.msort.Call(this);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Operators.sort_stable.CallForTwo(this, stable, dim, descending);

        public Tensor dist(Tensor other, float p = 2f) => Operators.dist.Call(this, other, (double)p);

        public Tensor norm(float p = 2f) => Operators.norm_Scalar.Call(this, (double)p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2f) =>
            Operators.norm_ScalarOpt_dim.Call(this, (double)p, Argument.List(dim), keepdim);

        public Tensor renorm(float p, long dim, float maxnorm) => Operators.renorm.Call(this, (double)p, dim, (double)maxnorm);

        public Tensor std(bool unbiased = true) => Operators.std.Call(this, unbiased);

        public Tensor var(bool unbiased = true) => Operators.var.Call(this, unbiased);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_dim.Call(this, Argument.List(dimensions), unbiased, keepdim), type);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_dim.Call(this, Argument.List(dimensions), unbiased, keepdim), type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_dim.Call(this, dimensions, unbiased, keepdim), type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_dim.Call(this, dimensions, unbiased, keepdim), type);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_dim.Call(this, Argument.List(dim), unbiased, keepdim), type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_dim.Call(this, Argument.List(dim), unbiased, keepdim), type);

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_dim.Call(this, dim, unbiased, keepdim), type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_dim.Call(this, dim, unbiased, keepdim), type);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_dim.Call(this, dim, unbiased, keepdim), type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_dim.Call(this, dim, unbiased, keepdim), type);

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Operators.std_mean.CallForTwo(this, unbiased);

        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) => Operators.var_mean.CallForTwo(this, unbiased);

        public (Tensor std, Tensor mean) std_mean(
            long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_mean_dim.CallForTwo(this, dimensions, unbiased, keepdim), type);

        public (Tensor var, Tensor mean) var_mean(
            long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_mean_dim.CallForTwo(this, dimensions, unbiased, keepdim), type);

        public (Tensor std, Tensor mean) std_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_mean_dim.CallForTwo(this, Argument.List(dimensions), unbiased, keepdim), type);

        public (Tensor var, Tensor mean) var_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_mean_dim.CallForTwo(this, Argument.List(dimensions), unbiased, keepdim), type);

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_mean_dim.CallForTwo(this, Argument.List(dim), unbiased, keepdim), type);

        public (Tensor var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_mean_dim.CallForTwo(this, Argument.List(dim), unbiased, keepdim), type);

        public (Tensor std, Tensor mean) std_mean(
            (long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_mean_dim.CallForTwo(this, dim, unbiased, keepdim), type);

        public (Tensor var, Tensor mean) var_mean(
            (long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_mean_dim.CallForTwo(this, dim, unbiased, keepdim), type);

        public (Tensor std, Tensor mean) std_mean(
            (long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.std_mean_dim.CallForTwo(this, dim, unbiased, keepdim), type);

        public (Tensor var, Tensor mean) var_mean(
            (long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Operators.var_mean_dim.CallForTwo(this, dim, unbiased, keepdim), type);

        public Tensor prod(ScalarType? type = null) => Operators.prod.Call(this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Operators.prod_dim_int.Call(this, dim, keepdim, type);

        public Tensor sum(ScalarType? type = null) => Operators.sum.Call(this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum_dim_IntList.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum_dim_IntList.Call(this, Argument.List(dim), keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum_dim_IntList.Call(this, Argument.List(dim), keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum_dim_IntList.Call(this, (dim0, dim1), keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum_dim_IntList.Call(this, (dim0, dim1, dim2), keepdim, type);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Operators.nanmean.Call(this, dim is { } only ? Argument.List(only) : Argument.None, keepdim, dtype);

        public Tensor nanmedian() => Operators.nanmedian.Call(this);

        public Tensor nansum() => Operators.nansum.Call(this);

        public (Tensor values, Tensor indexes) cummax(long dim) => Operators.cummax.CallForTwo(this, dim);

        public (Tensor values, Tensor indexes) cummin(long dim) => Operators.cummin.CallForTwo(this, dim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Operators.cumsum.Call(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Operators.cumprod.Call(this, dim, type);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Operators.histc.Call(this, bins, (double)min, (double)max);

        public Tensor logcumsumexp(long dim) => Operators.logcumsumexp.Call(this, dim);

        public Tensor logsumexp(long dim, bool keepdim = false) => Operators.logsumexp.Call(this, Argument.List(dim), keepdim);

        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Operators.cumulative_trapezoid_dx.Call(this, dx, dim);

        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Operators.cumulative_trapezoid_x.Call(this, x, dim);

        public Tensor trapezoid(double dx = 1, long dim = -1) => Operators.trapezoid_dx.Call(this, dx, dim);

        public Tensor trapezoid(Tensor x, long dim = -1) => Operators.trapezoid_x.Call(this, x, dim);
    }
}
