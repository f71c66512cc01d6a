namespace NeuralDsl.Operators.Layers;

/// <summary>The functions of each element, by the names of their attributes.</summary>
internal static class ElementwiseFunctions
{
    private const string NotNegative = "at 0 or above";

    public static readonly IReadOnlyDictionary<string, ElementwiseFunction> All = new Dictionary<string, ElementwiseFunction>
    {
        ["CELU"] = Activation("celu", Below, ("alpha", 1, NumberRange.Positive)),
        ["ELU"] = Activation("elu", Below, ("alpha", 1, NumberRange.Any)),
        ["Hardshrink"] = Activation("hardshrink", Any, ("lambda", 0.5, NumberRange.Any)),
        ["Hardsigmoid"] = new(Functional("hardsigmoid")) { IsActivation = true, MakesProbabilities = true },
        ["Hardswish"] = Activation("hardswish", _ => "at -0.375 or above"),
        ["Hardtanh"] = Activation("hardtanh", numbers => Between(numbers[0], numbers[1]), ("MinVal", -1, NumberRange.Any), ("MaxVal", 1, NumberRange.Any)),
        ["LeakyReLU"] = Activation("leaky_relu", Any, ("slope", 0.01, NumberRange.Any)),
        ["LogSigmoid"] = Activation("logsigmoid", _ => "at 0 or below"),
        ["Mish"] = Activation("mish", _ => "above -0.31"),
        ["RReLU"] = new(
            (x, numbers) => $"global::NeuralDsl.RandomizedReLU.Apply({x}, {numbers[0]}, {numbers[1]}, training)",
            new("Lower", 1.0 / 8, NumberRange.Any), new("Upper", 1.0 / 3, NumberRange.Any)) { IsActivation = true },
        ["ReLU"] = Activation("relu", _ => NotNegative),
        ["ReLU6"] = Activation("relu6", _ => "between 0 and 6"),
        ["SELU"] = Activation("selu", _ => "above -1.76"),
        ["SiLU"] = Activation("silu", _ => "above -0.28"),
        ["Sigmoid"] = new(Functional("sigmoid")) { IsActivation = true, MakesProbabilities = true },
        ["Softplus"] = Activation("softplus", _ => NotNegative, ("beta", 1, NumberRange.Positive), ("Threshold", 20, NumberRange.Any)),
        ["Softshrink"] = Activation("softshrink", Any, ("lambda", 0.5, NumberRange.NotNegative)),
        ["Softsign"] = Activation("softsign", _ => "between -1 and 1"),
        ["Tanh"] = Activation("tanh", _ => "between -1 and 1"),
        ["Tanhshrink"] = Activation("tanhshrink", Any),
        ["Threshold"] = Activation("threshold", Any, ("threshold", 0, NumberRange.Any), ("value", 0, NumberRange.Any)),

        ["Abs"] = new(Method("abs")),
        ["Exp"] = new(Method("exp")),
        ["Log"] = new(Method("log")),
        ["Neg"] = new(Method("neg")),
        ["Pow"] = new(Method("pow"), new NumberParameter("exponent", 2, NumberRange.Any)),
        ["Scale"] = new(Method("mul"), new NumberParameter("factor", 1, NumberRange.Any)),
        ["Sqrt"] = new(Method("sqrt")),
        ["Square"] = new(Method("square")),
    };

    /// <summary>The exact form and the one with tanh, of which the attribute's argument chooses one.</summary>
    public static readonly ElementwiseFunction GELU = Activation("gelu", _ => "above -0.17"), ApproximateGELU =
        new((x, _) => $"global::NeuralDsl.ApproximateGELU.Apply({x})") { IsActivation = true, RangeOf = _ => "above -0.18" };

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

    private static string? Any(IReadOnlyList<Number> numbers) => null;

    /// <summary>Not below minus its number.</summary>
    private static string? Below(IReadOnlyList<Number> numbers) =>
        numbers[0].Literal is >= 0 and var alpha ? $"at {CSharp.Number(alpha == 0 ? 0 : -alpha)} or above" : null;

    private static string? Between(Number minimum, Number maximum) =>
        minimum.Literal is { } from && maximum.Literal is { } to ? $"between {CSharp.Number(from)} and {CSharp.Number(to)}" : null;
}
