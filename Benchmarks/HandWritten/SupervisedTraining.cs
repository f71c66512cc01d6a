using TorchSharp;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks.HandWritten;

/// <summary>The usual loop: one loss, one optimizer.</summary>
/// <param name="model">The model, which it disposes.</param>
/// <param name="loss">The loss of a batch.</param>
/// <param name="predict">The outputs.</param>
/// <param name="createOptimizer">Makes the optimizer.</param>
/// <param name="maxNorm">The largest norm of the gradients; null for any.</param>
internal sealed class SupervisedTraining<TModel>(
    TModel model, Func<TModel, Tensor[], Tensor> loss, Func<TModel, Tensor[], Tensor[]> predict, Func<TModel, optim.Optimizer> createOptimizer, double? maxNorm = null)
    : HandWrittenTraining
    where TModel : nn.Module
{
    private optim.Optimizer? optimizer;

    public override nn.Module Model => model;

    public override void RenewOptimizers()
    {
        optimizer?.Dispose();
        optimizer = createOptimizer(model);
    }

    public override double Step(Tensor[] batch)
    {
        using var scope = NewDisposeScope();
        optimizer!.zero_grad();
        var value = loss(model, batch);
        value.backward();
        if (maxNorm is { } norm)
            nn.utils.clip_grad_norm_(model.parameters(), norm);
        optimizer.step();
        return value.ToDouble();
    }

    public override Tensor[] Predict(Tensor[] batch) => predict(model, batch);

    public override void Dispose()
    {
        optimizer?.Dispose();
        model.Dispose();
    }
}
