using static TorchSharp.torch.nn;

namespace NeuralDsl.LibTorch.Tests.Parity;

/// <summary>Functions and their gradients are PyTorch's.</summary>
public class FunctionParityTests
{
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> function, long[][] shapes)> Cases = new()
    {
        ["scaled_dot_product_attention"] = (
            x => functional.scaled_dot_product_attention(x[0], x[1], x[2], x[3]),
            [[2, 3, 4, 5], [2, 3, 6, 5], [2, 3, 6, 7], [4, 6]]),
        ["scaled_dot_product_attention_causal"] = (
            x => functional.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true),
            [[2, 4, 5], [2, 4, 5], [2, 4, 7]]),
        ["normalize"] = (x => functional.normalize(x[0], 2, 1), [[3, 4, 5]]),
        ["pad_constant"] = (x => functional.pad(x[0], [1, 2, 0, 3], PaddingModes.Constant, 0.5), [[2, 3, 4]]),
        ["pad_reflect"] = (x => functional.pad(x[0], [1, 2], PaddingModes.Reflect), [[2, 3, 4]]),
        ["pad_replicate"] = (x => functional.pad(x[0], [1, 2, 3, 1], PaddingModes.Replicate), [[2, 3, 4, 5]]),
        ["pad_circular"] = (x => functional.pad(x[0], [1, 2], PaddingModes.Circular), [[2, 3, 4]]),
        ["interpolate_area"] = (x => functional.interpolate(x[0], [3, 2], mode: InterpolationMode.Area), [[2, 3, 5, 4]]),
        ["interpolate_exact"] = (x => functional.interpolate(x[0], [7, 6], mode: InterpolationMode.NearestExact), [[2, 3, 5, 4]]),
        ["interpolate_antialias"] = (
            x => functional.interpolate(x[0], [3, 2], mode: InterpolationMode.Bilinear, antialias: true),
            [[2, 3, 9, 8]]),
        ["interpolate_recompute"] = (
            x => functional.interpolate(x[0], scale_factor: [1.7], mode: InterpolationMode.Linear, recompute_scale_factor: true),
            [[2, 3, 5]]),
        ["upsample_nearest1d"] = (x => functional.upsample_nearest1d(x[0], 7, null), [[2, 3, 5]]),
        ["upsample_nearest2d"] = (x => functional.upsample_nearest2d(x[0], scaleFactors: [2, 3]), [[2, 3, 5, 4]]),
        ["upsample_nearest3d"] = (x => functional.upsample_nearest3d(x[0], [4, 5, 6]), [[2, 3, 3, 4, 2]]),
        ["grid_sample"] = (
            x => functional.grid_sample(x[0], x[1].tanh(), padding_mode: GridSamplePaddingMode.Reflection, align_corners: true),
            [[2, 3, 5, 4], [2, 6, 7, 2]]),
        ["grid_sample_nearest"] = (
            x => functional.grid_sample(x[0], x[1].tanh(), GridSampleMode.Nearest, GridSamplePaddingMode.Border),
            [[2, 3, 5, 4], [2, 6, 7, 2]]),
        ["affine_grid"] = (x => functional.affine_grid(x[0], [2, 3, 4, 5]), [[2, 2, 3]]),
        ["ctc_loss"] = (
            x => functional.ctc_loss(x[0].log_softmax(2), tensor(new long[,] { { 1, 2, 2 }, { 3, 1, 0 } }), tensor([8L, 7]), tensor([3L, 2])),
            [[8, 2, 5]]),
        ["max_unpool1d"] = (x => Unpooled1d(x[0]), [[2, 3, 10]]),
        ["max_unpool2d"] = (x => Unpooled2d(x[0]), [[2, 3, 5, 7]]),
        ["max_unpool3d"] = (x => Unpooled3d(x[0]), [[2, 3, 4, 2, 6]]),
        ["local_response_norm"] = (x => functional.local_response_norm(x[0], 3, 0.1, 0.5, 2), [[2, 6, 4]]),
        ["bilinear"] = (x => functional.bilinear(x[0], x[1], x[2], x[3]), [[3, 4], [3, 5], [6, 4, 5], [6]]),
        ["layer_norm"] = (x => functional.layer_norm(x[0], [5], x[1], x[2]), [[3, 4, 5], [5], [5]]),
        ["group_norm"] = (x => functional.group_norm(x[0], 2, x[1], x[2]), [[3, 4, 5], [4], [4]]),
        ["instance_norm"] = (x => functional.instance_norm(x[0]), [[3, 4, 5]]),
        ["cosine_similarity"] = (x => functional.cosine_similarity(x[0], x[1], 1), [[3, 4], [3, 4]]),
        ["pairwise_distance"] = (x => functional.pairwise_distance(x[0], x[1], 1.5, keepdim: true), [[3, 4], [3, 4]]),
        ["fold"] = (x => functional.fold(functional.unfold(x[0], 2), (4, 5), (2, 2)), [[2, 3, 4, 5]]),
        ["multilabel_margin_loss"] = (
            x => functional.multi_label_margin_loss(x[0], tensor(new long[,] { { 1, 3, -1, 0 }, { 0, -1, 1, 2 } })),
            [[2, 4]]),
        ["one_hot"] = (x => functional.one_hot(x[0].sign().add(1).to_type(ScalarType.Int64), 4), [[3, 4]]),
        ["CTCLoss"] = (
            x => CTCLoss(1, true, Reduction.Sum).call(x[0].log_softmax(2), tensor(new long[,] { { 2, 3, 2 }, { 3, 4, 0 } }), tensor([8L, 7]), tensor([3L, 2])),
            [[8, 2, 5]]),
        ["MultiLabelMarginLoss"] = (
            x => MultiLabelMarginLoss(Reduction.None).call(x[0], tensor(new long[,] { { 1, 3, -1, 0 }, { 0, -1, 1, 2 } })),
            [[2, 4]]),
        ["TripletMarginWithDistanceLoss"] = (
            x => TripletMarginWithDistanceLoss((a, b) => (a - b).abs().sum([1]), 0.7, true).call(x[0], x[1], x[2]),
            [[4, 3], [4, 3], [4, 3]]),
        ["GaussianNLLLoss"] = (
            x => GaussianNLLLoss(true, reduction: Reduction.Sum).call(x[0], x[1], x[2].square()),
            [[4, 3], [4, 3], [4, 3]]),
        ["KLDivLoss"] = (x => KLDivLoss(false).call(x[0].log_softmax(1), x[1].softmax(1)), [[4, 3], [4, 3]]),
        ["cross_entropy_soft"] = (
            x => functional.cross_entropy(x[0], x[1].softmax(1), x[2].abs(), label_smoothing: 0.2),
            [[4, 3], [4, 3], [3]]),
        ["cross_entropy_pixels"] = (
            x => functional.cross_entropy(x[0], (x[1].sigmoid() * 5).to_type(ScalarType.Int64)),
            [[2, 5, 3, 4], [2, 3, 4]]),
        ["dropout"] = (x => functional.dropout(x[0], 0.3) + functional.dropout2d(x[1], 0.3), [[2, 3, 4, 5], [2, 3, 4, 5]]),
        ["alpha_dropout"] = (
            x => functional.alpha_dropout(x[0], 0.3, true) + functional.feature_alpha_dropout(x[1], 0.3, true),
            [[2, 3, 4, 5], [2, 3, 4, 5]]),
        ["einsum"] = (x => einsum("bij,bjk->bik", x[0], x[1]), [[2, 3, 4], [2, 4, 5]]),
        ["cumsum"] = (x => x[0].cumsum(1), [[3, 4]]),
        ["cumprod"] = (x => x[0].cumprod(1), [[3, 4]]),
        ["logsumexp"] = (x => x[0].logsumexp(1), [[3, 4]]),
        ["logcumsumexp"] = (x => x[0].logcumsumexp(1), [[3, 4]]),
        ["where"] = (x => where(x[0] > 0, x[0], x[1] * 2), [[3, 4], [3, 4]]),
        ["masked_fill"] = (x => x[0].masked_fill(x[0] > 0.5, 3), [[3, 4]]),
        ["tril"] = (x => x[0].tril(1) + x[0].triu(-1), [[4, 4]]),
        ["outer"] = (x => x[0].outer(x[1]), [[3], [4]]),
        ["roll"] = (x => x[0].roll(2, 1), [[3, 4]]),
        ["flip"] = (x => x[0].flip(0, 1), [[3, 4]]),
        ["index_select"] = (x => x[0].index_select(1, tensor([2L, 0])), [[3, 4]]),
        ["gather"] = (x => x[0].gather(1, tensor(new long[,] { { 2, 0 }, { 1, 1 } })), [[2, 4]]),
        ["scatter"] = (x => x[0].scatter(1, tensor(new long[,] { { 2, 0 }, { 1, 3 } }), x[1]), [[2, 4], [2, 2]]),
        ["scatter_add"] = (x => x[0].scatter_add(1, tensor(new long[,] { { 2, 0 }, { 1, 1 } }), x[1]), [[2, 4], [2, 2]]),
        ["index_add"] = (x => x[0].index_add(0, tensor([2L, 0]), x[1], 2), [[3, 4], [2, 4]]),
        ["topk"] = (x => x[0].topk(2).values, [[3, 4]]),
        ["sort"] = (x => x[0].sort(1, descending: true).Values, [[3, 4]]),
        ["kthvalue"] = (x => x[0].kthvalue(2, 1).values, [[3, 4]]),
        ["rsqrt"] = (x => x[0].abs().rsqrt(), [[3, 4]]),
        ["erf"] = (x => x[0].erf(), [[3, 4]]),
        ["lgamma"] = (x => x[0].abs().lgamma(), [[3, 4]]),
        ["polar"] = (x => view_as_real(polar(x[0].abs(), x[1])), [[3, 4], [3, 4]]),
        ["complex"] = (x => view_as_real(complex(x[0], x[1]) * complex(x[1], x[0])), [[3, 4], [3, 4]]),
        ["cdist"] = (x => cdist(x[0], x[1]), [[3, 4], [5, 4]]),
        ["lerp"] = (x => x[0].lerp(x[1], x[2]), [[3, 4], [3, 4], [3, 4]]),
        ["diag_embed"] = (x => diag_embed(x[0]), [[3, 4]]),
        ["meshgrid"] = (x => meshgrid([x[0], x[1]], indexing: "xy").Aggregate((a, b) => a * b), [[3], [4]]),
        ["repeat_interleave"] = (x => x[0].repeat_interleave(2, 1), [[3, 4]]),
        ["unfold_windows"] = (x => x[0].unfold(1, 3, 2), [[3, 7]]),
        ["std"] = (x => x[0].std(1), [[3, 4]]),
        ["var_mean"] = (x => x[0].var(1, unbiased: false), [[3, 4]]),
        ["new_full"] = (x => x[0] * x[0].new_full(3, 4, 2.5) + x[0].new_ones(3, 4) - x[0].new_zeros(3, 4), [[3, 4]]),
        ["stft"] = (x => view_as_real(stft(x[0], 8, 4, window: hann_window(8), return_complex: true)), [[2, 30]]),
        ["stft_plain"] = (x => view_as_real(x[0].stft(8, center: false, onesided: false, normalized: true, return_complex: true)), [[20]]),
        ["istft"] = (
            x => istft(stft(x[0], 8, 2, window: hann_window(8), return_complex: true), 8, 2, window: hann_window(8), length: 30),
            [[2, 30]]),
        ["windows"] = (
            x => x[0] * (bartlett_window(9) + blackman_window(9, false) + hamming_window(9) + hann_window(9) + kaiser_window(9)),
            [[9]]),
        ["histogram"] = (x => histogram(x[0].detach(), 5, (-2, 2)).hist, [[40]]),
        ["histogram_edges"] = (x => histogram(x[0].detach(), tensor([-2f, -1, 0.5f, 2]), density: true).hist, [[40]]),
        ["lu_unpack"] = (x => Product(lu(x[0])), [[4, 4]]),
        ["fft"] = (x => view_as_real(fft.fft_(x[0], norm: FFTNormType.Ortho)), [[3, 8]]),
        ["fft_mixing"] = (x => view_as_real(fft.fft2(x[0])).select(-1, 0), [[3, 8, 6]]),
        ["ifft"] = (x => view_as_real(fft.ifft(x[0], 6, 0, FFTNormType.Forward).resolve_conj()), [[8, 3]]),
        ["rfft"] = (x => fft.irfft(fft.rfft(x[0]) * 2, 7), [[3, 8]]),
        ["rfftn"] = (x => fft.irfftn(fft.rfftn(x[0], dim: [0, 1]), [4, 5], [0, 1]), [[4, 5, 2]]),
        ["fftshift"] = (x => fft.ifftshift(fft.fftshift(x[0]), [0]), [[5, 4]]),
        ["fftfreq"] = (x => x[0] * fft.fftfreq(8, 0.5), [[8]]),
        ["hfft"] = (x => fft.hfft(complex(x[0], x[1])), [[3, 5], [3, 5]]),
        ["inv"] = (x => linalg.inv(Regular(x[0])), [[2, 4, 4]]),
        ["solve"] = (x => linalg.solve(Regular(x[0]), x[1]), [[2, 4, 4], [2, 4, 3]]),
        ["solve_triangular"] = (x => linalg.solve_triangular(Regular(x[0]).triu(), x[1], true), [[2, 4, 4], [2, 4, 3]]),
        ["det"] = (x => linalg.det(x[0]), [[2, 4, 4]]),
        ["slogdet"] = (x => linalg.slogdet(x[0]).logabsdet, [[2, 4, 4]]),
        ["cholesky"] = (x => linalg.cholesky(Regular(x[0])), [[2, 4, 4]]),
        ["qr"] = (x => linalg.qr(x[0]).R, [[5, 3]]),
        ["svdvals"] = (x => linalg.svdvals(x[0]), [[2, 4, 3]]),
        ["svd"] = (x => Restored(linalg.svd(x[0], fullMatrices: false)), [[4, 3]]),
        ["eigvalsh"] = (x => linalg.eigvalsh(Regular(x[0])), [[4, 4]]),
        ["eigh"] = (x => linalg.eigh(Regular(x[0]), 'U').Item1, [[4, 4]]),
        ["eigvals"] = (x => linalg.eigvals(Regular(x[0])).abs().sort(0).Values, [[4, 4]]),
        ["pinv"] = (x => linalg.pinv(x[0]), [[4, 3]]),
        ["lstsq"] = (x => linalg.lstsq(x[0], x[1]).Solution, [[5, 3], [5, 2]]),
        ["matrix_norm"] = (x => linalg.matrix_norm(x[0]) + linalg.matrix_norm(x[0], 1.0) + linalg.matrix_norm(x[0], "nuc"), [[2, 4, 3]]),
        ["vector_norm"] = (x => linalg.vector_norm(x[0], 3, [1]), [[2, 4, 3]]),
        ["norm"] = (x => linalg.norm(x[0]) + linalg.norm(x[0], "fro") + linalg.norm(x[0], 2) + linalg.norm(x[0], 1.0), [[4, 3]]),
        ["cond"] = (x => linalg.cond(x[0]) + linalg.cond(x[0].detach(), "fro") + linalg.cond(x[0].detach(), 1), [[3, 3]]),
        ["matrix_exp"] = (x => linalg.matrix_exp(x[0]), [[3, 3]]),
        ["matrix_rank"] = (x => linalg.matrix_rank(x[0].detach()), [[2, 4, 3]]),
        ["multi_dot"] = (x => linalg.multi_dot([x[0], x[1], x[2]]), [[2, 3], [3, 4], [4, 5]]),
        ["cross"] = (x => linalg.cross(x[0], x[1]), [[4, 3], [4, 3]]),
        ["vecdot"] = (x => linalg.vecdot(x[0], x[1]), [[4, 3], [4, 3]]),
        ["vander"] = (x => linalg.vander(x[0], 3), [[4]]),
        ["tensorinv"] = (x => linalg.tensorinv(x[0], 1), [[6, 2, 3]]),
        ["tensorsolve"] = (x => linalg.tensorsolve(x[0], x[1], []), [[2, 3, 6], [2, 3]]),
        ["lu"] = (x => linalg.lu(x[0]).L, [[4, 4]]),
        ["lu_solve"] = (x => LuSolved(x[0], x[1]), [[4, 4], [4, 2]]),
        ["ldl_solve"] = (x => LdlSolved(x[0].detach(), x[1].detach()), [[4, 4], [4, 2]]),
        ["householder_product"] = (x => linalg.householder_product(x[0], x[1]), [[5, 3], [3]]),
        ["special_entr"] = (x => special.entr(x[0].sigmoid()), [[3, 4]]),
        ["special_erf"] = (x => special.erf(x[0].sigmoid()), [[3, 4]]),
        ["special_erfc"] = (x => special.erfc(x[0].sigmoid()), [[3, 4]]),
        ["special_erfcx"] = (x => special.erfcx(x[0].sigmoid()), [[3, 4]]),
        ["special_erfinv"] = (x => special.erfinv(x[0].sigmoid()), [[3, 4]]),
        ["special_expit"] = (x => special.expit(x[0].sigmoid()), [[3, 4]]),
        ["special_expm1"] = (x => special.expm1(x[0].sigmoid()), [[3, 4]]),
        ["special_exp2"] = (x => special.exp2(x[0].sigmoid()), [[3, 4]]),
        ["special_gammaln"] = (x => special.gammaln(x[0].sigmoid()), [[3, 4]]),
        ["special_digamma"] = (x => special.digamma(x[0].sigmoid()), [[3, 4]]),
        ["special_psi"] = (x => special.psi(x[0].sigmoid()), [[3, 4]]),
        ["special_i0"] = (x => special.i0(x[0].sigmoid()), [[3, 4]]),
        ["special_i0e"] = (x => special.i0e(x[0].sigmoid()), [[3, 4]]),
        ["special_i1"] = (x => special.i1(x[0].sigmoid()), [[3, 4]]),
        ["special_i1e"] = (x => special.i1e(x[0].sigmoid()), [[3, 4]]),
        ["special_logit"] = (x => special.logit(x[0].sigmoid()), [[3, 4]]),
        ["special_ndtr"] = (x => special.ndtr(x[0].sigmoid()), [[3, 4]]),
        ["special_ndtri"] = (x => special.ndtri(x[0].sigmoid()), [[3, 4]]),
        ["special_sinc"] = (x => special.sinc(x[0].sigmoid()), [[3, 4]]),
        ["special_sigmoid"] = (x => special.sigmoid(x[0].sigmoid()), [[3, 4]]),
        ["special_airy_ai"] = (x => special.airy_ai(x[0].detach().abs()), [[3, 4]]),
        ["special_bessel_j0"] = (x => special.bessel_j0(x[0].detach().abs()), [[3, 4]]),
        ["special_bessel_j1"] = (x => special.bessel_j1(x[0].detach().abs()), [[3, 4]]),
        ["special_bessel_y0"] = (x => special.bessel_y0(x[0].detach().abs()), [[3, 4]]),
        ["special_bessel_y1"] = (x => special.bessel_y1(x[0].detach().abs()), [[3, 4]]),
        ["special_modified_bessel_i0"] = (x => special.modified_bessel_i0(x[0].detach().abs()), [[3, 4]]),
        ["special_modified_bessel_i1"] = (x => special.modified_bessel_i1(x[0].detach().abs()), [[3, 4]]),
        ["special_modified_bessel_k0"] = (x => special.modified_bessel_k0(x[0].detach().abs()), [[3, 4]]),
        ["special_modified_bessel_k1"] = (x => special.modified_bessel_k1(x[0].detach().abs()), [[3, 4]]),
        ["special_scaled_modified_bessel_k0"] = (x => special.scaled_modified_bessel_k0(x[0].detach().abs()), [[3, 4]]),
        ["special_scaled_modified_bessel_k1"] = (x => special.scaled_modified_bessel_k1(x[0].detach().abs()), [[3, 4]]),
        ["special_spherical_bessel_j0"] = (x => special.spherical_bessel_j0(x[0].detach().abs()), [[3, 4]]),
        ["special_chebyshev_polynomial_t"] = (x => special.chebyshev_polynomial_t(x[0].detach().sigmoid(), full(3, 4, 3)), [[3, 4]]),
        ["special_chebyshev_polynomial_u"] = (x => special.chebyshev_polynomial_u(x[0].detach().sigmoid(), full(3, 4, 3)), [[3, 4]]),
        ["special_chebyshev_polynomial_v"] = (x => special.chebyshev_polynomial_v(x[0].detach().sigmoid(), full(3, 4, 3)), [[3, 4]]),
        ["special_chebyshev_polynomial_w"] = (x => special.chebyshev_polynomial_w(x[0].detach().sigmoid(), full(3, 4, 3)), [[3, 4]]),
        ["special_shifted_chebyshev_polynomial_t"] = (
            x => special.shifted_chebyshev_polynomial_t(x[0].detach().sigmoid(), full(3, 4, 3)),
            [[3, 4]]),
        ["special_shifted_chebyshev_polynomial_u"] = (
            x => special.shifted_chebyshev_polynomial_u(x[0].detach().sigmoid(), full(3, 4, 3)),
            [[3, 4]]),
        ["special_shifted_chebyshev_polynomial_v"] = (
            x => special.shifted_chebyshev_polynomial_v(x[0].detach().sigmoid(), full(3, 4, 3)),
            [[3, 4]]),
        ["special_shifted_chebyshev_polynomial_w"] = (
            x => special.shifted_chebyshev_polynomial_w(x[0].detach().sigmoid(), full(3, 4, 3)),
            [[3, 4]]),
        ["special_hermite_polynomial_h"] = (x => special.hermite_polynomial_h(x[0].detach().sigmoid(), full(3, 4, 3)), [[3, 4]]),
        ["special_hermite_polynomial_he"] = (x => special.hermite_polynomial_he(x[0].detach().sigmoid(), full(3, 4, 3)), [[3, 4]]),
        ["special_laguerre_polynomial_l"] = (x => special.laguerre_polynomial_l(x[0].detach().sigmoid(), full(3, 4, 3)), [[3, 4]]),
        ["special_legendre_polynomial_p"] = (x => special.legendre_polynomial_p(x[0].detach().sigmoid(), full(3, 4, 3)), [[3, 4]]),
        ["special_gammainc"] = (x => special.gammainc(x[0].detach().abs(), x[1].abs()), [[3, 4], [3, 4]]),
        ["special_gammaincc"] = (x => special.gammaincc(x[0].detach().abs(), x[1].abs()), [[3, 4], [3, 4]]),
        ["special_polygamma"] = (x => special.polygamma(1, x[0].abs()), [[3, 4]]),
        ["special_multigammaln"] = (x => special.multigammaln(x[0].abs() + 2, 3), [[3, 4]]),
        ["special_softmax"] = (x => special.softmax(x[0], 1) + special.log_softmax(x[0], 0), [[3, 4]]),
        ["special_xlog1py"] = (x => special.xlog1py(x[0], x[1].abs()), [[3, 4], [3, 4]]),
        ["special_zeta"] = (x => special.zeta(x[0].detach().abs() + 2, x[1].abs()), [[3, 4], [3, 4]]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_PyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var (function, shapes) = Cases[name];
        manual_seed(12);
        var inputs = shapes.Select(shape => randn(shape, requires_grad: true)).ToArray();
        var output = function(inputs);
        PyTorchReference.AssertEqual($"{name}/output", output);
        if (!output.requires_grad)
            return;
        PyTorchReference.Score(output).backward();
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].grad is { } gradient)
                PyTorchReference.AssertEqual($"{name}/grad/{i}", gradient);
        }
        Assert.Equal(PyTorchReference.Names($"{name}/grad/").Count(), inputs.Count(input => input.grad is not null));
    }

    private static Tensor Unpooled1d(Tensor x)
    {
        var (largest, indices) = functional.max_pool1d_with_indices(x, 3, 2, 1);
        return MaxUnpool1d(3, 2, 1).call(largest, indices, [10]);
    }

    private static Tensor Unpooled2d(Tensor x)
    {
        var (largest, indices) = MaxPool2d(2).forward_with_indices(x);
        return MaxUnpool2d(2).call(largest, indices, [5, 7]);
    }

    private static Tensor Unpooled3d(Tensor x)
    {
        var (largest, indices) = MaxPool3d(2).forward_with_indices(x);
        return MaxUnpool3d((2, 2, 2)).call(largest, indices);
    }

    // Symmetric, with eigenvalues above one.
    private static Tensor Regular(Tensor x) => x.matmul(x.mT) + eye(x.size(-1));

    private static Tensor Product((Tensor, Tensor?, Tensor?) factors)
    {
        var (p, l, u) = lu_unpack(factors.Item1, factors.Item2!);
        return p.matmul(l!).matmul(u!);
    }

    private static Tensor Restored((Tensor U, Tensor S, Tensor Vh) factors) => (factors.U * factors.S.square()).matmul(factors.Vh);

    private static Tensor LuSolved(Tensor a, Tensor b)
    {
        var (factors, pivots) = linalg.lu_factor(a);
        return linalg.lu_solve(factors, pivots!, b);
    }

    private static Tensor LdlSolved(Tensor a, Tensor b)
    {
        var (factors, pivots) = linalg.ldl_factor(Regular(a));
        return linalg.ldl_solve(factors, pivots!, b);
    }
}
