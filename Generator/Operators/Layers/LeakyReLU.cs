namespace NeuralDsl.Operators.Layers;

/// <summary>x where x is positive, else slope·x.</summary>
internal sealed record LeakyReLU(double Slope) : Elementwise
{
    public static LeakyReLU Read(ArgumentReader arguments) => new(arguments.Number("slope", 0.01, minimum: double.MinValue));

    protected override string Call(string input) => Functional("leaky_relu", input, CSharp.Number(Slope));
}
