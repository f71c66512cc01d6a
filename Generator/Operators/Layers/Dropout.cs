namespace NeuralDsl.Operators.Layers;

/// <summary>Zeroes elements at random while training.</summary>
internal sealed record Dropout(double P) : Elementwise
{
    public static Dropout Read(ArgumentReader arguments) => new(arguments.Number("p", 0.5, maximum: 1));

    protected override string Call(string input) => Functional("dropout", input, CSharp.Number(P), "training");
}
