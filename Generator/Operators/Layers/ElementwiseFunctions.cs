using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Layers;

/// <summary>The functions of each element, by the names of their attributes.</summary>
internal static class ElementwiseFunctions
{
    private const string NotNegative = "at 0 or above";

    /// <summary>The constants of Klambauer et al. 2017, "Self-Normalizing Neural Networks".</summary>
    private const double SeluAlpha = 1.6732632423543772848170429916717, SeluScale = 1.0507009873554804934193349852946;

    public static readonly IReadOnlyDictionary<string, ElementwiseFunction> All = new Dictionary<string, ElementwiseFunction>
    {
        ["CELU"] = Activation("celu", Below, ("alpha", 1, NumberRange.Positive)).With(OfInput("ELU", numbers => $", {numbers[0]}, 1, 1 / (double){numbers[0]}")),
        ["ELU"] = Activation("elu", Below, ("alpha", 1, NumberRange.Any)).With(OfInput("ELU", Listed)),
        ["Hardshrink"] = Activation("hardshrink", Any, ("lambda", 0.5, NumberRange.Any)).With(OfInput("Hardshrink", Listed, inPlace: false)),
        ["Hardsigmoid"] = new(Functional("hardsigmoid")) { IsActivation = true, MakesProbabilities = true, Gradient = OfInput("Hardsigmoid") },
        ["Hardswish"] = Activation("hardswish", _ => "at -0.375 or above").With(OfInput("Hardswish", inPlace: false)),
        // TorchSharp's function of that name gives its input.
        ["Hardtanh"] = new(Method("clone().hardtanh_"), new("MinVal", -1, NumberRange.Any), new("MaxVal", 1, NumberRange.Any))
        {
            IsActivation = true,
            RangeOf = numbers => Between(numbers[0], numbers[1]),
            Gradient = OfInput("Hardtanh", Listed),
        },
        ["LeakyReLU"] = Activation("leaky_relu", Any, ("slope", 0.01, NumberRange.Any)).With(OfInput("LeakyReLU", Listed)),
        ["LogSigmoid"] = Activation("logsigmoid", _ => "at 0 or below").With((code, dy, y, _) => GiveOfLogarithm(code, dy, y)),
        ["Mish"] = Activation("mish", _ => "above -0.31").With(OfInput("Mish", inPlace: false)),
        ["RReLU"] = new(
            (x, numbers) => $"global::NeuralDsl.RandomizedReLU.Apply({x}, {numbers[0]}, {numbers[1]}, training)",
            new("Lower", 1.0 / 8, NumberRange.Any), new("Upper", 1.0 / 3, NumberRange.Any)) { IsActivation = true, Passes = PassByFactors },
        ["ReLU"] = Activation("relu", _ => NotNegative).With(OfResult("Threshold"), InPlace("relu_")),
        ["ReLU6"] = Activation("relu6", _ => "between 0 and 6").With(OfInput("Hardtanh", _ => ", 0, 6")),
        ["SELU"] = Activation("selu", _ => "above -1.76").With(OfInput("ELU", _ => $", {CSharp.Number(SeluAlpha)}, {CSharp.Number(SeluScale)}")),
        ["SiLU"] = Activation("silu", _ => "above -0.28").With(OfInput("SiLU")),
        ["Sigmoid"] = new(Functional("sigmoid")) { IsActivation = true, MakesProbabilities = true, WriteInPlace = InPlace("sigmoid_"), Gradient = OfResult("Sigmoid") },
        ["Softplus"] = Activation("softplus", _ => NotNegative, ("beta", 1, NumberRange.Positive), ("Threshold", 20, NumberRange.Any)).With(OfInput("Softplus", Listed, inPlace: false)),
        ["Softshrink"] = Activation("softshrink", Any, ("lambda", 0.5, NumberRange.NotNegative)).With(OfInput("Softshrink", Listed, inPlace: false)),
        ["Softsign"] = Activation("softsign", _ => "between -1 and 1").With(OfInput("Softsign", inPlace: false)),
        ["Tanh"] = Activation("tanh", _ => "between -1 and 1").With(OfResult("Tanh"), InPlace("tanh_")),
        ["Tanhshrink"] = Activation("tanhshrink", Any).With(OfInput("Tanhshrink", inPlace: false)),
        ["Threshold"] = Activation("threshold", Any, ("threshold", 0, NumberRange.Any), ("value", 0, NumberRange.Any)).With(OfInput("Threshold", numbers => $", {numbers[0]}")),

        ["Abs"] = new(Method("abs")) { Gradient = (code, dy, _, _) => code.Give(0, $"{Sign(code)} * {dy}", InPlaceOf(dy, $"{dy}.mul_({Sign(code)})")) },
        ["Exp"] = new(Method("exp")) { WriteInPlace = InPlace("exp_"), Gradient = (code, dy, y, _) => code.Give(0, $"{dy} * {y}", InPlaceOf(dy, $"{dy}.mul_({y})")) },
        ["Log"] = new(Method("log")) { Gradient = (code, dy, _, _) => code.Give(0, $"{dy} / {code.Input}", InPlaceOf(dy, $"{dy}.div_({code.Input})")) },
        ["Neg"] = new(Method("neg")) { WriteInPlace = InPlace("neg_"), Gradient = (code, dy, _, _) => code.Give(0, $"{dy}.neg()", InPlaceOf(dy, $"{dy}.neg_()")) },
        ["Pow"] = new(Method("pow"), new NumberParameter("exponent", 2, NumberRange.Any)) { Gradient = OfInput("Pow", Listed, inPlace: false) },
        ["Scale"] = new(Method("mul"), new NumberParameter("factor", 1, NumberRange.Any))
        {
            WriteInPlace = Method("mul_"),
            Gradient = (code, dy, _, numbers) => code.Give(0, $"{dy}.mul({CSharp.Scalar(numbers[0])})", InPlaceOf(dy, $"{dy}.mul_({CSharp.Scalar(numbers[0])})")),
        },
        ["Sqrt"] = new(Method("sqrt")) { WriteInPlace = InPlace("sqrt_"), Gradient = (code, dy, y, _) => code.Give(0, $"{dy}.div({y}).mul_({CSharp.Scalar("0.5")})", InPlaceOf(dy, $"{dy}.div_({y}).mul_({CSharp.Scalar("0.5")})")) },
        ["Square"] = new(Method("square")) { Gradient = (code, dy, _, _) => code.Give(0, $"{dy}.mul({code.Input}).mul_({CSharp.Scalar("2")})", InPlaceOf(dy, $"{dy}.mul_({code.Input}).mul_({CSharp.Scalar("2")})")) },
    };

    /// <summary>The exact form and the one with tanh, of which the attribute's argument chooses one.</summary>
    public static readonly ElementwiseFunction GELU = Activation("gelu", _ => "above -0.17").With(OfInput("GELU")), ApproximateGELU =
        new((x, _) => $"global::NeuralDsl.ApproximateGELU.Apply({x})") { IsActivation = true, RangeOf = _ => "above -0.18", Gradient = OfInput("GELU", _ => ", approximate: true") };

    private static ElementwiseFunction Activation(
        string function, Func<IReadOnlyList<Number>, string?> range, params (string Name, double Default, NumberRange Range)[] parameters) =>
        new(Functional(function), [.. parameters.Select(parameter => new NumberParameter(parameter.Name, parameter.Default, parameter.Range))])
        {
            IsActivation = true,
            RangeOf = range,
        };

    private static Func<string, IReadOnlyList<string>, string> Functional(string function) =>
        (x, numbers) => $"{CSharp.Functional}.{function}({string.Join(", ", numbers.Prepend(x))})";

    private static Func<string, IReadOnlyList<string>, string> Method(string method) =>
        (x, numbers) => $"{x}.{method}({string.Join(", ", numbers.Select(CSharp.Scalar))})";

    /// <summary>The gradient by a kernel that reads what the function made.</summary>
    private static ElementwiseGradient OfResult(string kernel) => (code, dy, y, _) =>
        code.Give(0, $"{CSharp.Kernels}.{kernel}Backward({dy}, {y})", InPlaceOf(dy, $"{CSharp.Kernels}.{kernel}Backward_({dy}, {y})"));

    /// <summary>The gradient by a kernel that reads what the function took.</summary>
    private static ElementwiseGradient OfInput(string kernel, Func<IReadOnlyList<string>, string>? more = null, bool inPlace = true) => (code, dy, _, numbers) =>
    {
        Code Write(string suffix) => $"{CSharp.Kernels}.{kernel}Backward{suffix}({dy}, {code.Input}{more?.Invoke(numbers)})";
        code.Give(0, Write(""), inPlace ? InPlaceOf(dy, Write("_")) : []);
    };

    private static string Listed(IReadOnlyList<string> numbers) => string.Concat(numbers.Select(number => $", {number}"));

    /// <summary>1 - exp(y), which is sigmoid(-x).</summary>
    private static void GiveOfLogarithm(GradientCode code, Local dy, Local y)
    {
        var falling = code.Let($"{code.Layer.Name}Falling", null, $"{y}.exp().neg_().add_({CSharp.Scalar("1")})");
        code.Give(0, $"{dy} * {falling}", InPlaceOf(dy, $"{dy}.mul_({falling})"));
    }

    /// <summary>Each element times a factor, which is random while training, and so its gradient.</summary>
    private static void PassByFactors(GradientCode code, IReadOnlyList<string> numbers)
    {
        var x = code.Input;
        var factors = code.Keep("Factors", $"global::NeuralDsl.RandomizedReLU.Factors({x}{Listed(numbers)}, training)");
        code.Make($"{x} * {factors}", InPlaceOf(x, $"{x}.mul_({factors})"));
        code.Backward(dy => code.Give(0, $"{dy} * {factors}", InPlaceOf(dy, $"{dy}.mul_({factors})")));
    }

    private static Local Sign(GradientCode code) => code.Let($"{code.Layer.Name}Sign", null, $"{code.Input}.sign()");

    private static (Local, Code)[] InPlaceOf(Local operand, Code expression) => [(operand, expression)];

    private static Func<string, IReadOnlyList<string>, string> InPlace(string method) => (x, _) => $"{x}.{method}()";

    private static string? Any(IReadOnlyList<Number> numbers) => null;

    /// <summary>Not below minus its number.</summary>
    private static string? Below(IReadOnlyList<Number> numbers) =>
        numbers[0].Literal is >= 0 and var alpha ? $"at {CSharp.Number(alpha == 0 ? 0 : -alpha)} or above" : null;

    private static string? Between(Number minimum, Number maximum) =>
        minimum.Literal is { } from && maximum.Literal is { } to ? $"between {CSharp.Number(from)} and {CSharp.Number(to)}" : null;
}
