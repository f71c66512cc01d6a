using NeuralDsl.Collections;

namespace NeuralDsl.Operators.Layers;

/// <summary>A function of each element with its numbers.</summary>
internal sealed record Activation(ElementwiseFunction Function, EquatableArray<Number> Numbers) : Elementwise
{
    /// <summary>Where its values are, in the words of a message; null where they may be any number.</summary>
    public string? Range => Function.RangeOf(Numbers);

    protected override string Call(string input) => Function.Write(input, [.. Numbers.Select(number => number.Text)]);
}
