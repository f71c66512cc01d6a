namespace TorchSharp;

/// <summary>A thread's handles without a tensor. Where one thread makes tensors that another disposes, they travel back in batches.</summary>
internal sealed class SpareHandles
{
    private const int Batch = 64;
    private const int MostBatches = 64;

    private static readonly Stack<TensorHandle[]> Shared = new();

    private readonly TensorHandle?[] spare = new TensorHandle[2 * Batch];
    private int count;

    public TensorHandle Take()
    {
        if (count == 0 && !Refill())
            return new TensorHandle();
        var handle = spare[--count]!;
        // A tensor that is forgotten must take the handle along.
        spare[count] = null;
        return handle;
    }

    public void Put(TensorHandle handle)
    {
        handle.Name = null;
        if (count == spare.Length)
            HandOver();
        spare[count++] = handle;
    }

    private bool Refill()
    {
        if (Shared.Count == 0)
            return false;
        lock (Shared)
        {
            if (!Shared.TryPop(out var batch))
                return false;
            batch.CopyTo(spare, 0);
        }
        count = Batch;
        return true;
    }

    private void HandOver()
    {
        var batch = new TensorHandle[Batch];
        Array.Copy(spare, Batch, batch, 0, Batch);
        Array.Clear(spare, Batch, Batch);
        count = Batch;
        lock (Shared)
        {
            if (Shared.Count < MostBatches)
            {
                Shared.Push(batch);
                return;
            }
        }
        foreach (var handle in batch)
            GC.SuppressFinalize(handle);
    }
}
