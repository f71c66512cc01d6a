using NeuralDsl.Benchmarks.HandWritten;
using static TorchSharp.torch;

namespace NeuralDsl.Benchmarks;

/// <summary>A model written by hand over TorchSharp.</summary>
/// <param name="training">The model and how it is trained, which it disposes.</param>
/// <param name="batches">The tensors of the batches.</param>
internal sealed class HandWrittenContestant(HandWrittenTraining training, Tensor[][] batches) : Contestant
{
    public override nn.Module Model => training.Model;

    public override int Batches => batches.Length;

    public override void RenewOptimizers() => training.RenewOptimizers();

    public override double Train(int batch) => training.Step(batches[batch]);

    public override void Predict(int batch, List<Tensor> outputs)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var output in training.Predict(batches[batch]))
            outputs.Add(output.MoveToOuterDisposeScope());
    }

    public override void Dispose() => training.Dispose();
}
