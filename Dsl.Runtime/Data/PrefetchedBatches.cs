using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>Batches that a thread of their own makes, at most so many ahead of their use.</summary>
internal sealed class PrefetchedBatches<TBatch>(IBatchSource<TBatch> source, int ahead) : IBatchSource<TBatch> where TBatch : struct, IBatch<TBatch>
{
    public long? Count => source.Count;

    public IEnumerable<TBatch> Batches(int size) => Prefetch(source.Batches(size));

    public IEnumerable<TBatch> TrainingBatches(int size, int seed, int epoch, int skip = 0) => Prefetch(source.TrainingBatches(size, seed, epoch, skip));

    private IEnumerable<TBatch> Prefetch(IEnumerable<TBatch> batches)
    {
        // What is ready, and one more that the thread holds while there is no room.
        using var ready = new BlockingCollection<Tensor?[]>(ahead);
        using var stop = new CancellationTokenSource();
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(() => fault = Make(batches, ready, stop.Token)) { IsBackground = true, Name = "NeuralDsl batches" };
        thread.Start();
        try
        {
            foreach (var tensors in ready.GetConsumingEnumerable())
            {
                try
                {
                    yield return TBatch.Create(tensors);
                }
                finally
                {
                    Dispose(tensors);
                }
            }
            thread.Join();
            fault?.Throw();
        }
        finally
        {
            stop.Cancel();
            thread.Join();
            while (ready.TryTake(out var tensors))
                Dispose(tensors);
        }
    }

    /// <summary>Makes batches until there are no more or nobody wants them; returns what went wrong.</summary>
    private static ExceptionDispatchInfo? Make(IEnumerable<TBatch> batches, BlockingCollection<Tensor?[]> ready, CancellationToken stop)
    {
        try
        {
            using var withoutGradients = no_grad();
            foreach (var batch in batches)
            {
                // A second name for the memory: the enumeration disposes its own when it moves on.
                Tensor?[] tensors = [.. TBatch.Fields.Select((_, i) => batch[i]?.alias())];
                try
                {
                    ready.Add(tensors, stop);
                }
                catch
                {
                    Dispose(tensors);
                    throw;
                }
            }
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            ready.CompleteAdding();
        }
    }

    private static void Dispose(Tensor?[] tensors)
    {
        foreach (var tensor in tensors)
            tensor?.Dispose();
    }
}
