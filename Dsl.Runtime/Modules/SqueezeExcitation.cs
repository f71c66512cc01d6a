using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// Squeeze and excitation (Hu et al., 2018): scales each channel of <c>[N, C, H, W]</c> by <c>sigmoid(fc2(relu(fc1(mean))))</c> of the
/// channels' means. The names of its weights are torchvision's.
/// </summary>
public sealed partial class SqueezeExcitation : nn.Module<Tensor, Tensor>
{
    /// <param name="channels">The number of channels.</param>
    /// <param name="squeezeChannels">The number of channels between the two convolutions.</param>
    /// <param name="device">Where the weights are; default: the CPU.</param>
    /// <param name="dtype">The weights' floating-point type; default: Float32.</param>
    public SqueezeExcitation(long channels, long squeezeChannels, Device? device = null, ScalarType? dtype = null) : base(nameof(SqueezeExcitation))
    {
        fc1 = nn.Conv2d(channels, squeezeChannels, 1, device: device, dtype: dtype);
        fc2 = nn.Conv2d(squeezeChannels, channels, 1, device: device, dtype: dtype);
        register_module(nameof(fc1), fc1);
        register_module(nameof(fc2), fc2);
    }

    /// <summary>Makes fewer channels of the means.</summary>
    public Conv2d fc1 { get; }

    /// <summary>Makes a scale for every channel of those.</summary>
    public Conv2d fc2 { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var mean = nn.functional.adaptive_avg_pool2d(input, 1);
        using var squeezed = fc1.call(mean);
        using var active = nn.functional.relu(squeezed);
        using var excited = fc2.call(active);
        using var scale = nn.functional.sigmoid(excited);
        return input * scale;
    }

    /// <summary>Nothing: the constructor registers both layers under their names.</summary>
    protected override void RegisterComponents()
    {
    }
}
