namespace NeuralDsl.Operators.Layers;

/// <summary>log(1 + exp(beta·x))/beta.</summary>
internal sealed record Softplus(Number Beta) : Elementwise
{
    public static Softplus Read(ArgumentReader arguments) => new(arguments.Number("beta", 1, NumberRange.Positive));

    protected override string? Range => "at 0 or above";

    protected override string Call(string input) => Functional("softplus", input, Beta.Text);
}
