using Xunit.Abstractions;

namespace NeuralDsl.Generator.Tests.Parity;

/// <summary>A row as a test case, which reports call by its whole name: of a text they show the beginning only.</summary>
public sealed class ParityCase(string name) : IXunitSerializable
{
    public ParityCase() : this("")
    {
    }

    public string Name { get; private set; } = name;

    public void Deserialize(IXunitSerializationInfo info) => Name = info.GetValue<string>(nameof(Name));

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Name), Name);

    public override string ToString() => Name;
}
