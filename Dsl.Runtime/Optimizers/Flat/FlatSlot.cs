using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralDsl;

/// <summary>A parameter that is a view of a buffer, and where its gradient is.</summary>
internal sealed class FlatSlot : IDisposable
{
    private readonly Tensor view;

    // Before its first gradient a parameter has none, as in PyTorch, so that no optimizer decays what no loss reaches; from then on it has zeros.
    private bool hasLearned;

    /// <summary>Copies a parameter and its gradient into a buffer, and makes it a view of that.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="begin">Where it is in the buffer, in elements.</param>
    /// <param name="name">Its state-dict name.</param>
    /// <param name="parameter">The parameter, which stays the same object.</param>
    public FlatSlot(FlatBuffer buffer, long begin, string name, Parameter parameter)
    {
        (Buffer, Begin, Name, Parameter, Shape) = (buffer, begin, name, parameter, parameter.shape);
        Length = parameter.numel();
        using var values = FlatBuffer.Share(buffer.Values, begin, Shape);
        values.copy_(parameter);
        parameter.set_(values);
        view = FlatBuffer.Share(buffer.Gradients, begin, Shape);
        Gather(isOwn: false);
    }

    public FlatBuffer Buffer { get; }

    public long Begin { get; }

    public long Length { get; }

    public long[] Shape { get; }

    public string Name { get; }

    public Parameter Parameter { get; }

    /// <summary>Whether it has a gradient, which is in the buffer. Where it has none, optimizers leave it as it is.</summary>
    public bool IsPresent { get; private set; }

    /// <summary>Whether its gradients are sparse tensors, which stay outside the buffer.</summary>
    public bool IsSparse { get; private set; }

    /// <summary>What was learned in a training that goes on.</summary>
    public void Learn() => hasLearned = true;

    /// <summary>Makes the gradient the view that it was, whatever it is now; the buffer's zeros are the caller's.</summary>
    public void Reset()
    {
        IsPresent = hasLearned && !IsSparse && Parameter.requires_grad;
        Parameter.grad = IsPresent ? view : null;
    }

    /// <summary>Brings into the buffer what was put elsewhere, and takes note of a gradient that is gone. A parameter that is frozen has none.</summary>
    /// <param name="isOwn">Whether a gradient that was there is there still.</param>
    public void Gather(bool isOwn)
    {
        if (isOwn && IsPresent)
            return;
        var isTrained = Parameter.requires_grad;
        using var found = isTrained ? Parameter.grad : null;
        if (found is { is_sparse: true })
        {
            (IsSparse, IsPresent) = (true, false);
            return;
        }
        if (found is not null)
        {
            // Onto itself this is nothing.
            view.copy_(found);
            Parameter.grad = view;
            hasLearned = true;
        }
        else if (IsPresent)
        {
            view.zero_();
        }
        if (!isTrained && IsPresent)
            Parameter.grad = null;
        IsPresent = found is not null;
    }

    public void Dispose() => view.Dispose();
}
