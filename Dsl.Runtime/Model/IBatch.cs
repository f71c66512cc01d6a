using System.Collections.Immutable;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>One mini-batch of a model: a tensor for every input, then one for every target, then those that may be absent.</summary>
/// <typeparam name="TSelf">The generated <c>Batch</c> of a model.</typeparam>
/// <remarks>The generator implements this; a data set makes batches through it without reflection.</remarks>
public interface IBatch<TSelf> where TSelf : struct, IBatch<TSelf>
{
    /// <summary>Inputs in the order of their declaration, then targets, then the inputs that may be absent.</summary>
    static abstract ImmutableArray<TensorField> Fields { get; }

    /// <summary>Makes a batch of tensors in the order of <see cref="Fields"/>; null for one that is absent.</summary>
    /// <exception cref="ArgumentException">A tensor does not have the dtype or shape that its field declares.</exception>
    static abstract TSelf Create(ReadOnlySpan<Tensor?> tensors);

    /// <summary>The tensor of <see cref="Fields"/>[<paramref name="index"/>]; null where it is absent.</summary>
    Tensor? this[int index] { get; }
}
