namespace NeuralDsl.Tests;

/// <summary>Counts tensors that are alive.</summary>
internal static class LiveTensors
{
    /// <summary>The count to compare a later one with: what earlier tests left to the garbage collector is gone, so that it cannot go meanwhile.</summary>
    public static long CountAfterCollection()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
