using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Zeroes, or sets to the value that keeps mean and variance, elements or whole channels at random while training.</summary>
/// <param name="Function">The function.</param>
/// <param name="P">The probability.</param>
/// <param name="Layouts">The axes that it takes; empty for any.</param>
internal sealed record Dropout(string Function, Number P, EquatableArray<string> Layouts) : UnaryLayer
{
    public static Dropout Read(ArgumentReader arguments, string function, params string[] layouts) =>
        new(function, arguments.Number("p", 0.5, NumberRange.Probability), layouts.ToEquatableArray());

    /// <summary>Whether mean and variance stay (Klambauer et al. 2017).</summary>
    public bool KeepsMoments => Function.Contains("alpha");

    public override TensorType? Infer(LayerCheck check) => check.IsFloatingPoint() && (Layouts.Count == 0 || check.HasLayout([.. Layouts])) ? check.Input : null;

    protected override string Call(string input) => Functional(Function, input, P.Text, "training");
}
