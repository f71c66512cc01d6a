using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <summary>Lists the values of the fields.</summary>
internal sealed class FieldCollector : FieldVisitor
{
    public List<object?> Values { get; } = [];

    public override void Visit(ref double? setting) => Values.Add(setting);

    public override void Visit(ref bool? setting) => Values.Add(setting);

    public override void Visit(ref long number) => Values.Add(number);

    public override void Visit(ref double number) => Values.Add(number);

    public override void Visit(ref Tensor tensor) => Values.Add(tensor);

    public override void VisitOptional(ref Tensor? tensor) => Values.Add(tensor);
}
