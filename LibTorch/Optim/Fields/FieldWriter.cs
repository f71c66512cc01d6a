using static TorchSharp.torch;

namespace TorchSharp.Optim;

internal sealed class FieldWriter(BinaryWriter writer) : FieldVisitor
{
    public override void Visit(ref double? setting) => writer.Write(setting!.Value);

    public override void Visit(ref bool? setting) => writer.Write(setting!.Value);

    public override void Visit(ref long number) => writer.Write(number);

    public override void Visit(ref double number) => writer.Write(number);

    public override void Visit(ref Tensor tensor) => tensor.Save(writer);

    public override void VisitOptional(ref Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }
}
