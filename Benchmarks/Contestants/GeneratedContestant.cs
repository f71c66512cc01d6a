using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>A generated model.</summary>
/// <typeparam name="TModel">Its class.</typeparam>
/// <typeparam name="TBatch">Its batch.</typeparam>
/// <param name="model">The model, which it disposes.</param>
/// <param name="batches">The batches.</param>
/// <param name="train">A step of all phases, each with its optimizer.</param>
/// <param name="predict">A prediction.</param>
internal sealed class GeneratedContestant<TModel, TBatch>(
    TModel model, TBatch[] batches, Func<TModel, TBatch, optim.Optimizer[], double> train, Action<TModel, TBatch, List<Tensor>> predict) : Contestant
    where TModel : nn.Module, ITrainable<TBatch>
    where TBatch : struct, IBatch<TBatch>
{
    private optim.Optimizer[] optimizers = [];

    public override nn.Module Model => model;

    public override int Batches => batches.Length;

    /// <summary>A step as one writes it of the generated loss, differentiated by autograd.</summary>
    public static double TrainWithAutograd(TModel model, TBatch batch, TrainingPhase<TBatch> phase, optim.Optimizer optimizer)
    {
        model.zero_grad();
        using var loss = phase.Loss(batch, out var prediction);
        prediction.Dispose();
        loss.backward();
        phase.Step(optimizer);
        return TorchSharp.TensorExtensionMethods.ToDouble(loss);
    }

    public override void RenewOptimizers()
    {
        DisposeOptimizers();
        optimizers = [.. model.Phases.Select(phase => phase.CreateOptimizer())];
    }

    public override double Train(int batch) => train(model, batches[batch], optimizers);

    public override void Predict(int batch, List<Tensor> outputs) => predict(model, batches[batch], outputs);

    public override void Dispose()
    {
        DisposeOptimizers();
        model.Dispose();
    }

    private void DisposeOptimizers()
    {
        foreach (var optimizer in optimizers)
            optimizer.Dispose();
        optimizers = [];
    }
}
