using System.Collections.Immutable;

namespace NeuralDsl;

/// <summary>One layer of an <see cref="Architecture"/>.</summary>
/// <param name="Name">The name of the layer and of the value that it makes; the state-dict prefix of its parameters.</param>
/// <param name="Operator">The attribute that declares it, such as <c>Conv2d</c>.</param>
/// <param name="Inputs">The names of the values that it takes.</param>
/// <param name="Shape">The shape that it makes, in the language's notation, such as <c>N 16 8 8</c>.</param>
/// <param name="DType">The dtype that it makes.</param>
/// <param name="Parameters">Its parameters, frozen ones too, as an expression over the hyper-parameters, such as <c>4*d*d</c>.</param>
/// <param name="MultiplyAccumulates">
/// Its multiply-accumulates as an expression over the shape's symbols, such as <c>9216*N</c>; <c>0</c> where it has none.
/// </param>
/// <param name="Activations">The elements of the tensors that it makes in a forward pass of training, likewise.</param>
public sealed record LayerInfo(
    string Name,
    string Operator,
    ImmutableArray<string> Inputs,
    string Shape,
    DType DType,
    string Parameters,
    string MultiplyAccumulates,
    string Activations)
{
    /// <summary>How often a block stands in a row, as an expression over the hyper-parameters; <c>1</c> for what does not repeat.</summary>
    public string Repeat { get; init; } = "1";
}
