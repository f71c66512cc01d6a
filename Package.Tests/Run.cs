using System.Text.RegularExpressions;

namespace NeuralDsl.Package.Tests;

/// <summary>A program that has ended.</summary>
internal sealed partial record Run(string Command, int ExitCode, string Output)
{
    /// <summary>The errors of a build, each once, from the code on.</summary>
    public IReadOnlyList<string> Errors => [.. Error().Matches(Output).Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>The warnings of a build, each once, from the code on.</summary>
    public IReadOnlyList<string> Warnings => [.. Warning().Matches(Output).Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>What it wrote, if all went well.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");
        return Output;
    }

    /// <summary>The only error of a build.</summary>
    public string FailedWithOneError()
    {
        Assert.True(ExitCode != 0, $"{Command} has no error:\n{Output}");
        Assert.True(Errors.Count == 1, $"{Command} has {Errors.Count} errors:\n{Output}");
        return Errors[0];
    }

    [GeneratedRegex(@"\berror ([A-Z]+\d+: [^\n]*?)(?: \[[^\]\n]*\])?$", RegexOptions.Multiline)]
    private static partial Regex Error();

    [GeneratedRegex(@"\bwarning ([A-Z]+\d+: [^\n]*?)(?: \[[^\]\n]*\])?$", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
