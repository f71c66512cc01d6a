using NeuralDsl.Collections;
using NeuralDsl.Passes;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators.Layers;

/// <summary>Zeroes, or sets to the value that keeps mean and variance, elements or whole channels at random while training.</summary>
/// <param name="Function">The function.</param>
/// <param name="P">The probability.</param>
/// <param name="Layouts">The axes that it takes; empty for any.</param>
internal sealed record Dropout(string Function, Number P, EquatableArray<string> Layouts) : UnaryLayer
{
    private const string Mask = "global::NeuralDsl.DropoutMask";

    public static Dropout Read(ArgumentReader arguments, string function, params string[] layouts) =>
        new(function, arguments.Number("p", 0.5, NumberRange.Probability), layouts.ToEquatableArray());

    /// <summary>Whether mean and variance stay (Klambauer et al. 2017).</summary>
    public bool KeepsMoments => Function.Contains("alpha");

    public override TensorType? Infer(LayerCheck check) => check.IsFloatingPoint() && (Layouts.Count == 0 || check.HasLayout([.. Layouts])) ? check.Input : null;

    /// <summary>The gradient is dropped where the value was.</summary>
    public override Action<GradientCode>? Gradient(LayerTypes types) => code =>
    {
        if (!KeepsMoments)
        {
            WriteMasked(code, $"{Mask}.Draw{(Function == "dropout" ? "" : "Channels")}({code.Input}, {P.Member}, training)");
            return;
        }
        var channels = CSharp.Named("channels", Function.StartsWith("feature", StringComparison.Ordinal), omitted: false);
        var mask = code.Keep("Mask", $"{Mask}.DrawAlpha({code.Input}, {string.Join(", ", [P.Member, "training", .. channels])})", isNullable: true);
        code.MakeView(code.Input, $"{Mask}.ApplyAlpha({code.Input}, {mask}, {P.Member})");
        code.Backward(dy => code.GiveView(0, dy, $"{Mask}.Apply({dy}, {mask})", (dy, $"{Mask}.Apply_({dy}, {mask})")));
    };

    public override Action<GradientCode>? Prediction(LayerTypes types) => code => code.PassOn();

    /// <summary>Both passes of what multiplies with factors, drawn once; null where nothing is dropped.</summary>
    public static void WriteMasked(GradientCode code, Code draw)
    {
        var mask = code.Keep("Mask", draw, isNullable: true);
        code.MakeView(code.Input, $"{Mask}.Apply({code.Input}, {mask})", (code.Input, $"{Mask}.Apply_({code.Input}, {mask})"));
        code.Backward(dy => code.GiveView(0, dy, $"{Mask}.Apply({dy}, {mask})", (dy, $"{Mask}.Apply_({dy}, {mask})")));
    }

    protected override string Call(string input) => Functional(Function, input, P.Text, "training");
}
