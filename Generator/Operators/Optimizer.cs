namespace NeuralDsl.Operators;

/// <summary>An optimizer with its arguments read, PyTorch's defaults included.</summary>
internal abstract record Optimizer
{
    /// <summary>The class in <c>TorchSharp.Modules</c>, which is also the factory's name in <c>torch.optim</c>.</summary>
    public abstract string ModuleType { get; }

    /// <summary>The elements that it keeps for each element of a parameter.</summary>
    public abstract int State { get; }

    /// <summary>The arguments of the factory after the parameters.</summary>
    public abstract IEnumerable<string> FactoryArguments { get; }
}
