namespace NeuralDsl.Operators.Layers;

/// <summary>x where x is positive, else slope·x.</summary>
internal sealed record LeakyReLU(Number Slope) : Elementwise
{
    public static LeakyReLU Read(ArgumentReader arguments) => new(arguments.Number("slope", 0.01, NumberRange.Any));

    protected override string Call(string input) => Functional("leaky_relu", input, Slope.Text);
}
