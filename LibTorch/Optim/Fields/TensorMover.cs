using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>Moves the tensors of a state to a device.</summary>
internal sealed class TensorMover(Device device) : FieldVisitor
{
    public override void Visit(ref Tensor tensor) => VisitOptional(ref tensor!);

    public override void VisitOptional(ref Tensor? tensor)
    {
        if (tensor is null || !tensor.Differs(tensor.dtype, device))
            return;
        var moved = tensor.to(device).DetachFromDisposeScope();
        tensor.Dispose();
        tensor = moved;
    }
}
