using NeuralDsl.Passes;

namespace NeuralDsl.Operators.Layers;

/// <summary>A function of each element that keeps dtype and shape: one entry of <see cref="ElementwiseFunctions"/> says everything about it.</summary>
/// <param name="write">The expression, of the input's and the numbers'.</param>
/// <param name="parameters">The numbers that it takes.</param>
internal sealed class ElementwiseFunction(Func<string, IReadOnlyList<string>, string> write, params NumberParameter[] parameters)
{
    /// <summary>The method that does the same in the memory of its input; null for none.</summary>
    public Func<string, IReadOnlyList<string>, string>? WriteInPlace { get; init; }

    /// <summary>Gives the gradient of the input; null where autograd alone has it.</summary>
    public ElementwiseGradient? Gradient { get; init; }

    /// <summary>Writes both passes of a function whose gradient needs more than what it took and made; null for others.</summary>
    public Action<GradientCode, IReadOnlyList<string>>? Passes { get; init; }

    /// <summary>Whether it is an activation, which nobody means to apply twice.</summary>
    public bool IsActivation { get; init; }

    /// <summary>Whether its values are probabilities.</summary>
    public bool MakesProbabilities { get; init; }

    /// <summary>Where its values are, in the words of a message; null where they may be any number.</summary>
    public Func<IReadOnlyList<Number>, string?> RangeOf { get; init; } = _ => null;

    /// <summary>The function with its gradient.</summary>
    public ElementwiseFunction With(ElementwiseGradient gradient, Func<string, IReadOnlyList<string>, string>? inPlace = null) =>
        new(write, parameters) { IsActivation = IsActivation, MakesProbabilities = MakesProbabilities, RangeOf = RangeOf, Gradient = gradient, WriteInPlace = inPlace };

    public string Write(string input, IReadOnlyList<string> numbers) => write(input, numbers);

    public Activation Read(ArgumentReader arguments) =>
        new(this, new(parameters.Select(parameter => arguments.Number(parameter.Name, parameter.Default, parameter.Range))));
}

/// <summary>Gives the gradient of the input of a function.</summary>
/// <param name="code">The code around it.</param>
/// <param name="dy">The gradient of what it made.</param>
/// <param name="y">What it made.</param>
/// <param name="numbers">The numbers that it takes.</param>
internal delegate void ElementwiseGradient(GradientCode code, Local dy, Local y, IReadOnlyList<string> numbers);

/// <summary>A number that a function takes.</summary>
/// <param name="Name">The argument of the attribute.</param>
/// <param name="Default">PyTorch's default.</param>
/// <param name="Range">The numbers that it may be.</param>
internal sealed record NumberParameter(string Name, double Default, NumberRange Range);
