using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>
/// What forward passes keep for the backward pass: a stack of tensors and of sizes. A forward pass of a block puts on it what the block's backward pass takes off again, so that blocks
/// within blocks, and blocks that repeat, find their own.
/// </summary>
public sealed class Tape : IDisposable
{
    private Tensor?[] tensors = new Tensor?[16];
    private long[] sizes = [];
    private int count;
    private int sizeCount;

    /// <summary>The number of tensors on it.</summary>
    public int Count => count;

    /// <summary>Puts a tensor on the tape, which owns it from here on.</summary>
    /// <param name="tensor">The tensor; null where a pass made none.</param>
    public void Push(Tensor? tensor)
    {
        if (count == tensors.Length)
            Array.Resize(ref tensors, 2 * count);
        tensors[count++] = tensor;
    }

    /// <summary>Takes the last tensor off, which the caller owns from here on.</summary>
    /// <exception cref="InvalidOperationException">The tape is empty, or there is none in that place: a backward pass ran without its forward pass.</exception>
    public Tensor Pop() => PopOrNull() ?? throw new InvalidOperationException("A backward pass found nothing where its forward pass left a tensor: run Forward before Backward, and each once.");

    /// <summary>Takes the last tensor off, or null where the forward pass made none.</summary>
    /// <inheritdoc cref="Pop"/>
    public Tensor? PopOrNull()
    {
        if (count == 0)
            throw new InvalidOperationException("A backward pass found the tape empty: run Forward before Backward, and each once.");
        var tensor = tensors[--count];
        tensors[count] = null;
        return tensor;
    }

    /// <summary>Puts a size on the tape.</summary>
    public void PushSize(long size)
    {
        if (sizeCount == sizes.Length)
            Array.Resize(ref sizes, Math.Max(8, 2 * sizeCount));
        sizes[sizeCount++] = size;
    }

    /// <summary>Takes the last size off.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public long PopSize() => sizeCount > 0
        ? sizes[--sizeCount]
        : throw new InvalidOperationException("A backward pass found no size on the tape: run Forward before Backward, and each once.");

    /// <summary>Disposes the tensors that no backward pass took.</summary>
    public void Dispose()
    {
        while (count > 0)
            PopOrNull()?.Dispose();
        sizeCount = 0;
    }
}
