using System.Collections.Immutable;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>What <c>Fit</c> and <c>Evaluate</c> need of a model. The generator implements it.</summary>
/// <typeparam name="TBatch">The model's <c>Batch</c>.</typeparam>
public interface ITrainable<TBatch> where TBatch : struct, IBatch<TBatch>
{
    /// <summary>The graph as data.</summary>
    Architecture Architecture { get; }

    /// <summary>How it is trained unless the options of <c>Fit</c> say otherwise.</summary>
    TrainingDefaults Training => new();

    /// <summary>The parts of a training step in the order in which they run: one, unless the model declares phases.</summary>
    ImmutableArray<TrainingPhase<TBatch>> Phases { get; }

    /// <summary>A model of the same class and hyper-parameters with weights of its own, on the CPU: what computes in a mixed <see cref="Precision"/>.</summary>
    /// <param name="dtype">The weights' floating-point type.</param>
    /// <exception cref="NotSupportedException">The model was not generated, so that nobody knows how it was made.</exception>
    ITrainable<TBatch> CreateTwin(ScalarType dtype) => throw new NotSupportedException(
        $"{Architecture.Name} cannot be made anew in {dtype}: the generator did not write it. Implement ITrainable.CreateTwin, or train in Precision.Full.");
}
