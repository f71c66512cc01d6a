using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
public class Parameter : Tensor
{
    /// <summary>Takes the tensor over.</summary>
    /// <param name="data">The values; the object is empty afterwards, as in TorchSharp.</param>
    /// <param name="requires_grad">Whether autograd computes its gradient.</param>
    public Parameter(Tensor data, bool requires_grad = true) : base(TakeOver(data, requires_grad, out var scope), register: false) =>
        scope?.Add(this);

    private static nint TakeOver(Tensor data, bool requires_grad, out DisposeScope? scope)
    {
        ArgumentNullException.ThrowIfNull(data);
        scope = data.OwningDisposeScope;
        data.requires_grad = requires_grad;
        return data.DecoupleFromNativeHandle();
    }
}
