namespace NeuralDsl.LibTorch.Tests;

internal static class Allocation
{
    /// <summary>The bytes that a call leaves to the garbage collector, once it is warm: of several counts the least, because a collection counts what it skips.</summary>
    public static double PerCall(Action call, int calls = 200)
    {
        for (var i = 0; i < 20; i++)
            call();
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < calls; i++)
                call();
            return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / calls;
        });
    }
}
