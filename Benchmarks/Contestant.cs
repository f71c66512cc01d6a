using System.Diagnostics;
using NeuralDsl.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>A generated model that trains on one random batch of 32 rows again and again.</summary>
/// <param name="Name">The model's name, which PyTorch's side knows too.</param>
/// <param name="Step">One training step.</param>
internal sealed record Contestant(string Name, Func<double> Step)
{
    private const int Rows = 32;

    public static IReadOnlyList<Contestant> CreateAll()
    {
        random.manual_seed(1);
        return
        [
            Create(new SimpleNN(), new SimpleNN.Batch(rand(Rows, 100), randint(2, [Rows, 1], ScalarType.Float32)), (model, batch, optimizer) => model.TrainStep(batch, optimizer)),
            Create(new BreastCancerNet(), new BreastCancerNet.Batch(rand(Rows, 30), randint(2, [Rows, 1], ScalarType.Float32)), (model, batch, optimizer) => model.TrainStep(batch, optimizer)),
            Create(new DigitsCnn(), new DigitsCnn.Batch(rand(Rows, 1, 8, 8), randint(10, [Rows], ScalarType.Int64)), (model, batch, optimizer) => model.TrainStep(batch, optimizer)),
        ];
    }

    /// <summary>Trains so many steps and gives the seconds that they took.</summary>
    public double Run(int steps)
    {
        var watch = Stopwatch.StartNew();
        for (var step = 0; step < steps; step++)
            Step();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Managed bytes that one step allocates.</summary>
    public long AllocatedPerStep(int steps)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(steps);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / steps;
    }

    private static Contestant Create<TModel, TBatch>(TModel model, TBatch batch, Func<TModel, TBatch, optim.Optimizer, double> step)
        where TModel : ITrainable<TBatch>
        where TBatch : struct, IBatch<TBatch>
    {
        var optimizer = model.Phases[0].CreateOptimizer();
        return new(typeof(TModel).Name, () => step(model, batch, optimizer));
    }
}
