namespace NeuralDsl.Operators.Layers;

/// <summary>x where x is positive, else alpha·(exp(x) - 1).</summary>
internal sealed record ELU(Number Alpha) : Elementwise
{
    public static ELU Read(ArgumentReader arguments) => new(arguments.Number("alpha", 1, NumberRange.Any));

    protected override string? Range => Alpha.Literal is >= 0 and var alpha ? $"at {CSharp.Number(alpha == 0 ? 0 : -alpha)} or above" : null;

    protected override string Call(string input) => Functional("elu", input, Alpha.Text);
}
