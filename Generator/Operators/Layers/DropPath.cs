using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Zeroes rows of the batch at random while training.</summary>
internal sealed record DropPath(Number P) : Elementwise
{
    public static DropPath Read(ArgumentReader arguments) => new(arguments.Number("p", 0, NumberRange.Probability));

    public override Action<GradientCode>? Prediction(LayerTypes types) => code => code.PassOn();

    /// <summary>The gradient is dropped where the rows were.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code => Dropout.WriteMasked(code, $"global::NeuralDsl.StochasticDepth.Draw({code.Input}, {P.Member}, training)");

    protected override string Call(string input) => $"global::NeuralDsl.StochasticDepth.Apply({input}, {P.Text}, training)";
}
