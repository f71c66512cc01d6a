using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>Disposes the tensors of a state.</summary>
internal sealed class TensorDisposer : FieldVisitor
{
    public override void Visit(ref Tensor tensor) => VisitOptional(ref tensor!);

    public override void VisitOptional(ref Tensor? tensor) => tensor?.Dispose();
}
