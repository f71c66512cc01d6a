using NeuralDsl.Shapes;

namespace NeuralDsl.Generator.Tests.Properties.Growing;

/// <summary>A value that a layer can take.</summary>
/// <param name="Name">Its name; one that growers give, or an automatic one.</param>
/// <param name="Type">What the compiler says of it.</param>
internal sealed record GrownValue(string Name, TensorType Type)
{
    /// <summary>Whether a user could write the name: v1 of a layer, x and y1 of inputs, w1 of a parameter.</summary>
    public bool IsNamed => Name[0] is 'v' or 'x' or 'y' or 'w' && Name.Skip(1).All(char.IsDigit);
}
