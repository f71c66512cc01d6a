namespace NeuralDsl.Operators.Layers;

/// <summary>log(1 + exp(beta·x))/beta.</summary>
internal sealed record Softplus(double Beta) : Elementwise
{
    public static Softplus Read(ArgumentReader arguments) => new(arguments.Number("beta", 1, minimumExcluded: true));

    protected override string Call(string input) => Functional("softplus", input, CSharp.Number(Beta));
}
