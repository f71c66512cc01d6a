namespace NeuralDsl;

/// <summary>A hand-written TorchSharp module as a layer.</summary>
/// <typeparam name="TModule">A module of one or more tensors to a tensor, with a constructor without parameters.</typeparam>
/// <param name="shape">The shape of what it makes, in the language's notation; checked when it runs.</param>
public sealed class ModuleAttribute<TModule>(string shape) : LayerAttribute where TModule : TorchSharp.torch.nn.Module, new()
{
    /// <summary>The shape of what it makes.</summary>
    public string Shape { get; } = shape;
}
