using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl.Modules;

/// <summary>
/// A linear layer or a convolution that makes its weight anew of other parameters in each pass, under the names of PyTorch's
/// <c>torch.nn.utils</c>.
/// </summary>
public abstract partial class NormalizedLayer : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor, Tensor?, Tensor> function;

    /// <summary>The layer for its sizes, whose parameters are gone; null for a linear one.</summary>
    private readonly Convolution? convolution;

    /// <param name="name">The class's name.</param>
    /// <param name="layer">What is normalized. Its numbers are taken over; it is disposed.</param>
    /// <exception cref="ArgumentException">The layer is no linear layer and no convolution.</exception>
    private protected NormalizedLayer(string name, nn.Module<Tensor, Tensor> layer) : base(name)
    {
        ArgumentNullException.ThrowIfNull(layer);
        function = WeightedFunction.Of(layer);
        convolution = layer as Convolution;
        if (layer.get_parameter(nameof(bias)) is { } given)
            register_parameter(nameof(bias), Copy(given));
    }

    /// <summary>The bias; null where it has none.</summary>
    public Parameter? bias
    {
        get => get_parameter(nameof(bias));
        private protected set
        {
            bias?.Dispose();
            ConditionallyRegisterParameter(nameof(bias), value);
        }
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return function(input, MakeWeight(), bias).MoveToOuterDisposeScope();
    }

    /// <summary>The weight of this pass.</summary>
    private protected abstract Tensor MakeWeight();

    private protected static Parameter Copy(Tensor tensor)
    {
        using var detached = tensor.detach();
        return new(detached.clone());
    }

    /// <summary>Nothing: the constructors register all under its names.</summary>
    protected override void RegisterComponents()
    {
    }
}
