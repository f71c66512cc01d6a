using NeuralDsl.Shapes;

namespace NeuralDsl.Operators;

/// <summary>A parameter, or the parameters of one name in all repetitions of a block, with the number of elements.</summary>
/// <param name="Name">The state-dict name; <see cref="AnyIndex"/> stands for the index of a repetition whose number is a hyper-parameter.</param>
/// <param name="Elements">The number of elements.</param>
/// <param name="IsTrainable">Whether it is not frozen.</param>
internal sealed record ParameterCount(string Name, Dim Elements, bool IsTrainable)
{
    /// <summary>The index of a repetition whose number is not known.</summary>
    public const string AnyIndex = "#";

    /// <summary>Whether the patterns match it: for all indices of repetitions, for none, or, as null, for some only.</summary>
    public bool? Matches(string patterns)
    {
        var answers = new[] { "0", "1", "10" }.Select(index => NamePattern.Matches(patterns, Name.Replace(AnyIndex, index))).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : null;
    }
}
