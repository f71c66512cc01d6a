using NeuralDsl.Parity;
using NeuralDsl.Tests.Models;

namespace NeuralDsl.Tests.Optimizers;

/// <summary>The same model twice: with its declared optimizer, and with TorchSharp's, which steps each parameter by itself.</summary>
internal sealed class FlatModels : IDisposable
{
    private readonly optim.Optimizer plainOptimizer;

    public FlatModels(Action<Stacked>? prepare = null)
    {
        prepare?.Invoke(Flat);
        prepare?.Invoke(Plain);
        Optimizer = Flat.CreateOptimizer();
        plainOptimizer = Plain.CreatePlainOptimizer();
    }

    public Stacked Flat { get; } = Stacked.Create();

    public Stacked Plain { get; } = Stacked.Create();

    public optim.Optimizer Optimizer { get; }

    /// <summary>Does the same with both.</summary>
    public void Do(Action<Stacked, optim.Optimizer> action)
    {
        action(Flat, Optimizer);
        action(Plain, plainOptimizer);
    }

    /// <summary>Steps of training with both.</summary>
    public void Train(int steps, int from = 0)
    {
        for (var step = from; step < from + steps; step++)
            Do((model, optimizer) => model.TrainStep(Stacked.Rows(step), optimizer));
    }

    /// <summary>Asserts that weights and what the optimizers remember are the same.</summary>
    public void AssertSame()
    {
        AssertSame(Plain, Flat);
        using var scope = NewDisposeScope();
        var expected = OptimizerMemory.Read((TorchSharp.Modules.OptimizerHelper)plainOptimizer).ToDictionary();
        var found = OptimizerMemory.Read((TorchSharp.Modules.OptimizerHelper)Optimizer).ToDictionary();
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        foreach (var (name, value) in expected)
            Closeness.AssertClose(name, value, found[name], tolerance: 1e-12);
    }

    public static void AssertSame(nn.Module expected, nn.Module found)
    {
        var weights = found.state_dict();
        Assert.Equal(expected.state_dict().Keys, weights.Keys);
        foreach (var (name, weight) in expected.state_dict())
            Closeness.AssertClose(name, weight, weights[name], tolerance: 1e-12);
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        plainOptimizer.Dispose();
        Flat.Dispose();
        Plain.Dispose();
    }
}
