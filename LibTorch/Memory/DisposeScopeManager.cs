using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A thread's stack of dispose scopes, and its counts of tensors.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? current;

    private readonly ThreadDisposeScopeStatistics statistics = new();

    /// <summary>The counts of the calling thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => Current.statistics;

    internal static DisposeScopeManager Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => current ?? Create();
    }

    internal DisposeScope? CurrentScope { get; private set; }

    internal LifetimeStatistics Tensors => statistics.TensorStatistics;

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

    internal void CountDisposed(Tensor tensor)
    {
        if (tensor.OwningDisposeScope is null)
            Tensors.DisposedOutsideScopeCount++;
        else
            Tensors.DisposedInScopeCount++;
    }
}
