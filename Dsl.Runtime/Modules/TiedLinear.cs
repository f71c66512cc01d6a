using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// A linear layer over the weight of another one, with a bias of its own: <c>x·weightᵀ + bias</c>. The weight is given in each pass, so that only its owner
/// registers it.
/// </summary>
public sealed class TiedLinear : nn.Module<Tensor, Tensor, Tensor>
{
    /// <param name="inFeatures">Size of the last axis of the input; the bias begins as in PyTorch, evenly between -1/√in and 1/√in.</param>
    /// <param name="outFeatures">Size of the last axis of the output.</param>
    /// <param name="device">Where the bias is; default: the CPU.</param>
    /// <param name="dtype">The bias's floating-point type; default: Float32.</param>
    public TiedLinear(long inFeatures, long outFeatures, Device? device = null, ScalarType? dtype = null) : base(nameof(TiedLinear))
    {
        var bound = 1 / Math.Sqrt(inFeatures);
        register_parameter(nameof(bias), new(nn.init.uniform_(empty([outFeatures], dtype: dtype, device: device), -bound, bound)));
    }

    /// <summary>What is added, <c>[out]</c>.</summary>
    public Parameter bias
    {
        get => get_parameter(nameof(bias))!;
        private set
        {
            bias?.Dispose();
            ConditionallyRegisterParameter(nameof(bias), value);
        }
    }

    /// <summary>The linear map.</summary>
    /// <param name="input">Float <c>[…, in]</c>.</param>
    /// <param name="weight">The other layer's weight, <c>[out, in]</c>.</param>
    /// <returns><c>[…, out]</c>; the caller disposes it.</returns>
    public override Tensor forward(Tensor input, Tensor weight) => nn.functional.linear(input, weight, bias);

    /// <summary>Nothing: the constructor registers the bias under its name.</summary>
    protected override void RegisterComponents()
    {
    }
}
