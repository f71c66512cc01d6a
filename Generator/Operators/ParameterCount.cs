using NeuralDsl.Collections;
using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A parameter, or the parameters of one name in all repetitions of a block.</summary>
/// <param name="Name">The state-dict name; <see cref="AnyIndex"/> stands for the index of a repetition whose number is a hyper-parameter.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Times">How many there are: of a layer that may be absent 1 or 0, of a block its repetitions.</param>
/// <param name="IsTrainable">Whether it is not frozen.</param>
internal sealed record ParameterCount(string Name, EquatableArray<Dim> Shape, Dim Times, bool IsTrainable)
{
    /// <summary>The index of a repetition whose number is not known.</summary>
    public const string AnyIndex = "#";

    /// <summary>The number of elements of all.</summary>
    /// <exception cref="OverflowException">The count is beyond 64 bits.</exception>
    public Dim Elements => Shape.Aggregate(Times, (product, size) => product * size);

    public string ShapeText => $"[{string.Join(",", Shape)}]";

    /// <summary>Whether the patterns match it: for all indices of repetitions, for none, or, as null, for some only.</summary>
    public bool? Matches(string patterns)
    {
        var answers = new[] { "0", "1", "10" }.Select(index => NamePattern.Matches(patterns, Name.Replace(AnyIndex, index))).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : null;
    }

    /// <summary>Whether it matches the first patterns, or they are null, and does not match the second; null where that is so for some indices only.</summary>
    public bool? IsIn(string? only, string? except) => (only is null ? true : Matches(only), except is null ? false : Matches(except)) switch
    {
        (false, _) or (_, true) => false,
        (true, false) => true,
        _ => null,
    };
}
