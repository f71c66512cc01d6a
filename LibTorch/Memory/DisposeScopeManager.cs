using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A thread's stack of dispose scopes, and its counts of tensors.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? current;

    private readonly ThreadDisposeScopeStatistics statistics = new();
    private readonly SpareHandles handles = new();
    private List<IDisposable?>? spareItems;

    /// <summary>The counts of the calling thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => Current.statistics;

    internal static DisposeScopeManager Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => current ?? Create();
    }

    internal DisposeScope? CurrentScope { get; private set; }

    internal LifetimeStatistics Tensors { get; }

    internal DisposeScopeManager() => Tensors = statistics.TensorStatistics;

    private static DisposeScopeManager Create() => current = new DisposeScopeManager();

    internal DisposeScope Open() => CurrentScope = new DisposeScope(this, CurrentScope);

    /// <summary>Leaves a scope, and those inside it that were never left.</summary>
    internal void Close(DisposeScope scope)
    {
        for (var open = CurrentScope; open is not null; open = open.OuterScope)
        {
            if (open != scope)
                continue;
            CurrentScope = scope.OuterScope;
            return;
        }
    }

    internal void Register(Tensor tensor)
    {
        if (CurrentScope is { } scope)
        {
            Tensors.CreatedInScopeCount++;
            scope.Add(tensor);
        }
        else
        {
            Tensors.CreatedOutsideScopeCount++;
        }
    }

    internal TensorHandle Own(nint native)
    {
        var handle = handles.Take();
        handle.Native = native;
        return handle;
    }

    /// <summary>Keeps the object for the next tensor. The native handle is the caller's; 0 if the finalizer had it.</summary>
    internal nint Disown(TensorHandle handle, bool disposed = true)
    {
        var native = Interlocked.Exchange(ref handle.Native, 0);
        var scope = handle.Scope;
        scope?.Forget(handle);
        if (disposed)
        {
            if (scope is null)
                Tensors.DisposedOutsideScopeCount++;
            else
                Tensors.DisposedInScopeCount++;
        }
        // What was finalized once is not finalized again.
        if (native != 0)
            handles.Put(handle);
        return native;
    }

    /// <summary>An empty list for what a scope holds.</summary>
    internal List<IDisposable?> TakeItems() => Interlocked.Exchange(ref spareItems, null) ?? [];

    internal void PutItems(List<IDisposable?> items) => spareItems = items;
}
