using static TorchSharp.torch;

namespace TorchSharp.Optim;

/// <param name="reader">What <see cref="FieldWriter"/> wrote.</param>
/// <param name="device">Where tensors that were missing are made.</param>
internal sealed class FieldReader(BinaryReader reader, Device device) : FieldVisitor
{
    public override void Visit(ref double? setting) => setting = reader.ReadDouble();

    public override void Visit(ref bool? setting) => setting = reader.ReadBoolean();

    public override void Visit(ref long number) => number = reader.ReadInt64();

    public override void Visit(ref double number) => number = reader.ReadDouble();

    public override void Visit(ref Tensor tensor) => reader.ReadInto(tensor);

    public override void VisitOptional(ref Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = null;
        if (!reader.ReadBoolean())
            return;
        using var read = TensorFile.Read(reader);
        tensor = read.to(device, copy: true).DetachFromDisposeScope();
    }
}
