namespace NeuralDsl.Operators.Layers;

/// <summary>Zeroes elements at random while training.</summary>
internal sealed record Dropout(Number P) : Elementwise
{
    public static Dropout Read(ArgumentReader arguments) => new(arguments.Number("p", 0.5, NumberRange.Probability));

    protected override string Call(string input) => Functional("dropout", input, P.Text, "training");
}
