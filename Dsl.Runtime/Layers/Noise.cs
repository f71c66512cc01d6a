using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Random numbers where a model's parameters are.</summary>
public static class Noise
{
    /// <summary>Draws from the standard normal distribution.</summary>
    /// <param name="model">The model, whose first floating-point parameter says dtype and device; without one, Float32 on the CPU.</param>
    /// <param name="shape">The sizes.</param>
    /// <returns>A new tensor; the caller disposes it.</returns>
    public static Tensor Normal(nn.Module model, params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(model);
        var placement = Placement.Of(model);
        return randn(shape, placement.Type, placement.Device);
    }
}
