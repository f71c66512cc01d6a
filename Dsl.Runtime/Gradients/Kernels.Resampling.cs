using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <content>Resizing, and channels dealt out anew.</content>
public static partial class Kernels
{
    private const string Resampling = """
        def given(scale: float) -> Optional[float]:
            return None if scale == 0. else scale
        def nearest_backward(dy: Tensor, x: Tensor, exact: bool, s0: float, s1: float, s2: float):
            made, taken = dy.size()[2:], x.size()
            if x.dim() == 3:
                return torch._upsample_nearest_exact1d_backward(dy, made, taken, given(s0)) if exact else torch.upsample_nearest1d_backward(dy, made, taken, given(s0))
            elif x.dim() == 4:
                return torch._upsample_nearest_exact2d_backward(dy, made, taken, given(s0), given(s1)) if exact else torch.upsample_nearest2d_backward(dy, made, taken, given(s0), given(s1))
            elif exact:
                return torch._upsample_nearest_exact3d_backward(dy, made, taken, given(s0), given(s1), given(s2))
            else:
                return torch.upsample_nearest3d_backward(dy, made, taken, given(s0), given(s1), given(s2))
        def linear_backward(dy: Tensor, x: Tensor, corners: bool, s0: float, s1: float, s2: float):
            made, taken = dy.size()[2:], x.size()
            if x.dim() == 3:
                return torch.upsample_linear1d_backward(dy, made, taken, corners, given(s0))
            elif x.dim() == 4:
                return torch.upsample_bilinear2d_backward(dy, made, taken, corners, given(s0), given(s1))
            else:
                return torch.upsample_trilinear3d_backward(dy, made, taken, corners, given(s0), given(s1), given(s2))
        def cubic_backward(dy: Tensor, x: Tensor, corners: bool, s0: float, s1: float, s2: float):
            return torch.upsample_bicubic2d_backward(dy, dy.size()[2:], x.size(), corners, given(s0), given(s1))
        def channel_shuffle(x: Tensor, groups: int):
            n, c, rest = x.size(0), x.size(1), x.size()[2:]
            return x.reshape([n, groups, c // groups] + rest).transpose(1, 2).reshape([n, c] + rest)

        """;

    /// <summary>Of a resizing.</summary>
    /// <param name="dy">The gradient of what it made.</param>
    /// <param name="x">What was resized, <c>[N, C, …]</c>.</param>
    /// <param name="mode">How elements between others are made.</param>
    /// <param name="alignCorners">Whether the corners' centers stay.</param>
    /// <param name="factors">The factor of each axis; none where sizes were given.</param>
    public static Tensor UpsampleBackward(Tensor dy, Tensor x, InterpolationMode mode, bool alignCorners = false, ReadOnlySpan<double> factors = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        var first = factors.Length > 0 ? factors[0] : 0;
        var second = factors.Length > 1 ? factors[1] : 0;
        var third = factors.Length > 2 ? factors[2] : 0;
        return mode switch
        {
            InterpolationMode.Nearest or InterpolationMode.NearestExact => Call("nearest_backward", dy, x, mode == InterpolationMode.NearestExact, first, second, third),
            InterpolationMode.Area => Call($"adaptive_avg_pool{x.dim() - 2}d_backward", dy, x),
            InterpolationMode.Bicubic => Call("cubic_backward", dy, x, alignCorners, first, second, third),
            _ => Call("linear_backward", dy, x, alignCorners, first, second, third),
        };
    }

    /// <summary>Deals the channels of each group out to all groups; with the number of channels of a group, it takes that back.</summary>
    /// <param name="x"><c>[N, C, …]</c>.</param>
    /// <param name="groups">The number of groups, which divides that of the channels.</param>
    public static Tensor ChannelShuffle(Tensor x, long groups) => Call("channel_shuffle", x, Box(groups));
}
