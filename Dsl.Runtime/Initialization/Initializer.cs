using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>PyTorch's initializations that TorchSharp computes otherwise: its normal Xavier is uniform, its truncated normal takes mean and deviation for each other.</summary>
public static class Initializer
{
    /// <summary>Normal values with the variance gain² · 2 / (inputs + outputs) (Glorot and Bengio, 2010).</summary>
    /// <param name="tensor">The tensor to fill, of at least 2 axes.</param>
    /// <param name="gain">Factor of the deviation.</param>
    /// <returns>The tensor itself.</returns>
    public static Tensor XavierNormal(Tensor tensor, double gain = 1)
    {
        var (inputs, outputs) = nn.init.CalculateFanInAndFanOut(tensor);
        return nn.init.normal_(tensor, 0, gain * Math.Sqrt(2.0 / (inputs + outputs)));
    }

    /// <summary>Normal values between two bounds, by the inverse of the distribution function.</summary>
    /// <param name="tensor">The tensor to fill.</param>
    /// <param name="mean">Mean of the distribution before it is cut.</param>
    /// <param name="std">Its standard deviation; above 0.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The largest value.</param>
    /// <returns>The tensor itself.</returns>
    public static Tensor TruncatedNormal(Tensor tensor, double mean, double std, double low = -2, double high = 2)
    {
        using var withoutGradients = no_grad();
        nn.init.uniform_(tensor, Erf((low - mean) / std / Math.Sqrt(2)), Erf((high - mean) / std / Math.Sqrt(2)));
        tensor.erfinv_();
        tensor.mul_(std * Math.Sqrt(2));
        tensor.add_(mean);
        tensor.clamp_(low, high);
        return tensor;
    }

    private static double Erf(double x)
    {
        using var value = torch.tensor(x, ScalarType.Float64);
        using var erf = value.erf();
        return erf.ToDouble();
    }
}
