using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Sums, means, extremes, order statistics and running totals.

    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => Operators.trapz_x.Call(y, x, dim);

    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => Operators.trapz_dx.Call(y, dx, dim);

    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => Operators.trapezoid_x.Call(y, x, dim);

    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => Operators.trapezoid_dx.Call(y, dx, dim);

    public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => Operators.cumulative_trapezoid_x.Call(y, x, dim);

    public static Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1) =>
        Operators.cumulative_trapezoid_dx.Call(y, dx, dim);

    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => Operators.argsort.Call(input, dim, descending);

    public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
        Operators.kthvalue.CallForTwo(input, k, dim ?? -1, keepdim);

    public static (Tensor Values, Tensor Indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
        Operators.sort_stable.CallForTwo(input, stable, dim, descending);

    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        Operators.searchsorted_Tensor.Call(sorted_sequence, values, out_int32, right, Argument.None, sorter);

    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor sorter) =>
        Operators.searchsorted_Scalar.Call(sorted_sequence, values, out_int32, right, Argument.None, sorter);

    public static (Tensor values, Tensor indexes) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
        Operators.topk.CallForTwo(tensor, k, dim, largest, sorted);

    public static Tensor msort(Tensor tensor) => Operators.msort.Call(tensor);

    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) =>
        Operators.std_mean.CallForTwo(input, unbiased);

    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) =>
        Operators.bincount.Call(input, weights, minlength);

    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Operators.bucketize_Tensor.Call(input, boundaries, outInt32, right);

    public static Tensor corrcoef(Tensor input) => Operators.corrcoef.Call(input);

    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
        Operators.cov.Call(input, correction, fweights, aweights);

    public static (Tensor values, Tensor indexes) cummax(Tensor input, long dim) => Operators.cummax.CallForTwo(input, dim);

    public static (Tensor values, Tensor indexes) cummin(Tensor input, long dim) => Operators.cummin.CallForTwo(input, dim);

    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => Operators.cumprod.Call(input, dim, dtype);

    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => Operators.cumsum.Call(input, dim, type);

    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null, bool density = false) =>
        Operators.histogram_bin_ct.CallForTwo(input, bins, Sizes.List(range), weight, density);

    /// <summary>Counts between given edges.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
        Operators.histogram_bins_tensor.CallForTwo(input, bins, weight, density);

    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) =>
        Operators.histc.Call(input, bins, (double)min, (double)max);

    public static Tensor logcumsumexp(Tensor input, long dim) => Operators.logcumsumexp.Call(input, dim);

    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) =>
        Operators.renorm.Call(input, (double)p, dim, (double)maxnorm);

    public static Tensor argmax(Tensor input) => Operators.argmax.Call(input);

    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => Operators.argmax.Call(input, dim, keepdim);

    public static Tensor argmin(Tensor input) => Operators.argmin.Call(input);

    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => Operators.argmin.Call(input, dim, keepdim);

    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        Into(@out, Operators.amax.Call(input, dims, keepdim));

    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
        Into(@out, Operators.amax.Call(input, Argument.List(dims), keepdim));

    public static Tensor amax(Tensor input, long[] dims) => Operators.amax.Call(input, dims);

    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        Into(@out, Operators.amin.Call(input, dims, keepdim));

    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
        Into(@out, Operators.amin.Call(input, Argument.List(dims), keepdim));

    public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) =>
        Operators.aminmax.CallForTwo(input, dim, keepdim);

    public static Tensor all(Tensor input) => Operators.all.Call(input);

    public static Tensor all(Tensor input, long dim, bool keepdim = false) => Operators.all_dim.Call(input, dim, keepdim);

    public static Tensor any(Tensor input) => Operators.any.Call(input);

    public static Tensor any(Tensor input, long dim, bool keepdim = false) => Operators.any_dim.Call(input, dim, keepdim);

    public static Tensor max(Tensor input) => Operators.max.Call(input);

    public static Tensor max(Tensor input, Tensor other) => Operators.maximum.Call(input, other);

    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) =>
        Operators.max_dim.CallForTwo(input, dim, keepdim);

    public static Tensor min(Tensor input) => Operators.min.Call(input);

    public static Tensor min(Tensor input, Tensor other) => Operators.minimum.Call(input, other);

    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) =>
        Operators.min_dim.CallForTwo(input, dim, keepdim);

    public static Tensor dist(Tensor input, Tensor other, float p = 2f) => Operators.dist.Call(input, other, (double)p);

    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) =>
        Operators.logsumexp.Call(input, Argument.List(dim), keepdim);

    public static Tensor mean(Tensor input) => Operators.mean.Call(input);

    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        Operators.mean_dim.Call(input, dimensions, keepdim, type);

    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
        Operators.nanmean.Call(input, dim is { } only ? Argument.List(only) : Argument.None, keepdim, dtype);

    public static Tensor median(Tensor input) => Operators.median.Call(input);

    public static Tensor nanmedian(Tensor input) => Operators.nanmedian.Call(input);

    public static (Tensor values, Tensor indices) mode(Tensor input, long dim = -1, bool keepdim = false) =>
        Operators.mode.CallForTwo(input, dim, keepdim);

    public static Tensor norm(Tensor input, float p = 2f) => Operators.norm_Scalar.Call(input, (double)p);

    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2f) =>
        Operators.norm_ScalarOpt_dim.Call(input, (double)p, Argument.List(dimension), keepdim);

    public static Tensor nansum(Tensor input) => Operators.nansum.Call(input);

    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) =>
        Operators.quantile.Call(input, q, dim, keepdim);

    public static Tensor nanquantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) =>
        Operators.nanquantile.Call(input, q, dim, keepdim);

    public static Tensor prod(Tensor input, ScalarType? type = null) => Operators.prod.Call(input, type);

    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        Operators.prod_dim_int.Call(input, dim, keepdim, type);

    public static Tensor std(Tensor input, bool unbiased = true) => Operators.std.Call(input, unbiased);

    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_dim.Call(input, dimensions, unbiased, keepdim), type);

    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_dim.Call(input, Argument.List(dimensions), unbiased, keepdim), type);

    public static Tensor std(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_dim.Call(input, dimensions, unbiased, keepdim), type);

    public static Tensor std(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_dim.Call(input, dimensions, unbiased, keepdim), type);

    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_mean_dim.CallForTwo(input, dimensions, unbiased, keepdim), type);

    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_mean_dim.CallForTwo(input, Argument.List(dimensions), unbiased, keepdim), type);

    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_mean_dim.CallForTwo(input, Argument.List(dimensions), unbiased, keepdim), type);

    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_mean_dim.CallForTwo(input, dimensions, unbiased, keepdim), type);

    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.std_mean_dim.CallForTwo(input, dimensions, unbiased, keepdim), type);

    public static Tensor sum(Tensor input, ScalarType? type = null) => Operators.sum.Call(input, type);

    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
        Operators.sum_dim_IntList.Call(input, Argument.List(dim), keepdim, type);

    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        Operators.sum_dim_IntList.Call(input, Argument.List(dim), keepdim, type);

    public static (Tensor output, Tensor inverse_indices, Tensor counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        dim is { } only
    ? Operators.unique_dim.CallForThree(input, only, sorted, return_inverse, return_counts)
    : Operators._unique2.CallForThree(input, sorted, return_inverse, return_counts);

    public static (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(
        Tensor input, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        Operators.unique_consecutive.CallForThree(input, return_inverse, return_counts, dim);

    public static Tensor var(Tensor input, bool unbiased = true) => Operators.var.Call(input, unbiased);

    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_dim.Call(input, dimensions, unbiased, keepdim), type);

    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_dim.Call(input, Argument.List(dimensions), unbiased, keepdim), type);

    public static Tensor var(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_dim.Call(input, dimensions, unbiased, keepdim), type);

    public static Tensor var(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_dim.Call(input, dimensions, unbiased, keepdim), type);

    public static (Tensor var, Tensor mean) var_mean(Tensor input, bool unbiased = true) =>
        Operators.var_mean.CallForTwo(input, unbiased);

    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_mean_dim.CallForTwo(input, dimensions, unbiased, keepdim), type);

    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_mean_dim.CallForTwo(input, Argument.List(dimensions), unbiased, keepdim), type);

    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_mean_dim.CallForTwo(input, Argument.List(dimensions), unbiased, keepdim), type);

    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_mean_dim.CallForTwo(input, dimensions, unbiased, keepdim), type);

    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        As(Operators.var_mean_dim.CallForTwo(input, dimensions, unbiased, keepdim), type);

    public static Tensor count_nonzero(Tensor input, long[]? dims = null) =>
        dims is null ? Operators.count_nonzero.Call(input) : Operators.count_nonzero_dim_IntList.Call(input, dims);
}
