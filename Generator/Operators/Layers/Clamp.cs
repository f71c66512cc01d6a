using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Each element, but not below a least and not above a largest number.</summary>
/// <param name="Min">The least number; null for none.</param>
/// <param name="Max">The largest number; null for none.</param>
internal sealed record Clamp(Number? Min, Number? Max) : Elementwise
{
    public static Clamp Read(ArgumentReader arguments)
    {
        Number? Bound(string name) => arguments.Has(name) ? arguments.Number(name, 0, NumberRange.Any) : null;
        var clamp = new Clamp(Bound("Min"), Bound("Max"));
        if (clamp is { Min: null, Max: null })
            arguments.Report(new(Diagnostics.Rules.InvalidArgument, arguments.Whole, "Min or Max", arguments.Operator, "given", "neither"));
        else if (clamp is { Min.Literal: { } least, Max.Literal: { } largest } && least > largest)
            arguments.Refuse("Max", $"at least Min ({CSharp.Number(least)})", CSharp.Number(largest));
        return clamp;
    }

    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        string[] bounds = [.. Min is null ? [] : new[] { $"minimum: {Min.Member}" }, .. Max is null ? [] : new[] { $"maximum: {Max.Member}" }];
        code.Make(Called(code));
        code.Backward(dy => code.Give(0, $"{CSharp.Kernels}.ClampBackward({dy}, {code.Input}, {string.Join(", ", bounds)})"));
    };

    protected override string Call(string input)
    {
        string[] bounds =
        [
            .. Min is null ? Array.Empty<string>() : [$"min: {CSharp.Scalar(Min.Member)}"],
            .. Max is null ? Array.Empty<string>() : [$"max: {CSharp.Scalar(Max.Member)}"],
        ];
        return $"{input}.clamp({string.Join(", ", bounds)})";
    }
}
