using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Disposes, when it is left, the tensors that its thread made while it was open, except those that were moved out or detached.
/// Opened by <see cref="torch.NewDisposeScope"/>.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;

    // Tensors know their place, so that one can leave in constant time; a place that was left holds null.
    private List<IDisposable?>? list;
    private int count;
    private bool disposed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outerScope)
    {
        this.manager = manager;
        OuterScope = outerScope;
    }

    internal DisposeScope? OuterScope { get; }

    private List<IDisposable?> Items => list ??= manager.TakeItems();

    /// <summary>What the scope would dispose now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. Items.OfType<IDisposable>()];

    public int DisposablesCount => count;

    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        Move(disposable, OuterScope);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(disposable, OuterScope);
    }

    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        Move(disposable, scope);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(disposable, scope);
    }

    public T Detach<T>(T disposable) where T : IDisposable
    {
        if (Remove(disposable))
            manager.Tensors.DetachedFromScopeCount++;
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (Detach(first), Detach(second), Detach(third));

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Detach<IDisposable>(disposable);
    }

    public void Attach(IDisposable disposable)
    {
        ArgumentNullException.ThrowIfNull(disposable);
        if (disposable is Tensor { OwningDisposeScope: { } owner })
        {
            if (owner == this)
                return;
            owner.Remove(disposable);
        }
        else if (disposable is not Tensor && Contains(disposable))
        {
            return;
        }
        Add(disposable);
        manager.Tensors.AttachedToScopeCount++;
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var attached = disposables.ToList();
        attached.ForEach(Attach);
        return attached;
    }

    /// <summary>Disposes what the scope holds; the scope stays open.</summary>
    public void DisposeEverything()
    {
        if (list is null)
            return;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } item)
            {
                list[i] = null;
                DisposeTaken(item);
            }
        }
        list.Clear();
        count = 0;
    }

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        var held = Items.ToArray();
        Items.Clear();
        count = 0;
        foreach (var item in held)
        {
            if (item is null)
                continue;
            if (keep.Contains(item))
                Add(item);
            else
                DisposeTaken(item);
        }
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        DisposeEverything();
        manager.Close(this);
        if (Interlocked.Exchange(ref list, null) is { } emptied)
            manager.PutItems(emptied);
    }

    /// <summary>Forgets an object that was disposed.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    public bool Contains(IDisposable disposable) =>
        disposable is Tensor tensor ? tensor.OwningDisposeScope == this : IndexOf(disposable) >= 0;

    internal void Add(IDisposable disposable)
    {
        if (disposable is Tensor { Owned: { } handle })
        {
            handle.Scope = this;
            handle.IndexInScope = Items.Count;
        }
        Items.Add(disposable);
        count++;
    }

    /// <summary>Forgets a tensor, whose handle this is.</summary>
    internal void Forget(TensorHandle handle)
    {
        handle.Scope = null;
        if (handle.IndexInScope >= 0)
            RemoveAt(handle.IndexInScope);
    }

    /// <summary>Puts another object in the place of one whose handle it took over.</summary>
    internal void Replace(Tensor old, Tensor replacement)
    {
        Remove(old);
        Add(replacement);
    }

    private void Move(IDisposable disposable, DisposeScope? scope)
    {
        if (scope == this || !Remove(disposable))
            return;
        if (scope is null)
            manager.Tensors.DetachedFromScopeCount++;
        else
            scope.Add(disposable);
    }

    private bool Remove(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
        {
            if (tensor.Owned is not { } handle || handle.Scope != this)
                return false;
            Forget(handle);
            return true;
        }
        var index = IndexOf(disposable);
        if (index < 0)
            return false;
        RemoveAt(index);
        return true;
    }

    private void RemoveAt(int index)
    {
        Items[index] = null;
        count--;
        while (Items.Count > 0 && Items[^1] is null)
            Items.RemoveAt(Items.Count - 1);
    }

    // The scope has let the object go, so a tensor need not look for its place in it. It stays the owner for the counts.
    private static void DisposeTaken(IDisposable item)
    {
        if (item is Tensor { Owned: { } handle })
            handle.IndexInScope = -1;
        item.Dispose();
    }

    private int IndexOf(IDisposable disposable) => Items.FindIndex(item => ReferenceEquals(item, disposable));
}
