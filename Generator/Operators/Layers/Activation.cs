using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A function of each element with its numbers.</summary>
internal sealed record Activation(ElementwiseFunction Function, EquatableArray<Number> Numbers) : Elementwise
{
    /// <summary>Whether a number of it is a hyper-parameter.</summary>
    public bool HasHyper => Numbers.Any(number => number.Hyper is not null);

    protected override string? Range => Function.RangeOf(Numbers);

    public override Encoding? Encode(LayerTypes types, int output) => Function.MakesProbabilities ? Encoding.Probability : base.Encode(types, output);

    public override Action<GradientCode>? Gradient(LayerTypes types) => Function is { Gradient: null, Passes: null } ? null : code =>
    {
        string[] numbers = [.. Numbers.Select(number => number.Member)];
        if (Function.Passes is { } passes)
        {
            passes(code, numbers);
            return;
        }
        var x = code.Input;
        var y = code.Make(
            Code.Of(Function.Write(x.Name, numbers), [x]), Function.WriteInPlace is { } write ? [(x, Code.Of(write(x.Name, numbers), [x]))] : Array.Empty<(Local, Code)>());
        code.Backward(dy => Function.Gradient!(code, dy, y, numbers));
    };

    protected override string Call(string input) => Function.Write(input, [.. Numbers.Select(number => number.Text)]);
}
