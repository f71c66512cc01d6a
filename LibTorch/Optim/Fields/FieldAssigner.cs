using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>Gives the fields the values that a <see cref="FieldCollector"/> listed; tensors are copied.</summary>
internal sealed class FieldAssigner(List<object?> values, Device device) : FieldVisitor
{
    private int next;

    public override void Visit(ref double? setting) => setting = (double?)values[next++];

    public override void Visit(ref bool? setting) => setting = (bool?)values[next++];

    public override void Visit(ref long number) => number = (long)values[next++]!;

    public override void Visit(ref double number) => number = (double)values[next++]!;

    public override void Visit(ref Tensor tensor) => VisitOptional(ref tensor!);

    public override void VisitOptional(ref Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = ((Tensor?)values[next++])?.to(device, copy: true).DetachFromDisposeScope();
    }
}
