using System.Text.RegularExpressions;
using NeuralDsl.Documentation;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Documentation;

/// <summary>What the tables of equivalents call NeuralDsl's exists under that name and takes those arguments.</summary>
public partial class EquivalentsTests
{
    /// <summary>Classes of the run time, their members, and the members that a model gets.</summary>
    private static readonly HashSet<string> Names =
    [
        .. typeof(ModelAttribute).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers().Select(member => member.Name).Prepend(type.Name.Split('`')[0])),
        .. GeneratedMember().Matches(File.ReadAllText(Path.Combine(Repository.Root, "Generator.Tests", "Snapshots", "SimpleNN.verified.cs"))).Select(match => match.Groups["name"].Value),
    ];

    [Theory]
    [InlineData("docs/from-pytorch.md")]
    [InlineData("docs/from-keras.md")]
    public void Every_name_in_the_tables_exists(string name)
    {
        var codes = Row().Matches(MarkdownPage.Read(name).Text).SelectMany(row => Code().Matches(row.Groups["ours"].Value)).Select(code => code.Groups["text"].Value)
            .Where(code => char.IsUpper(code[0]) || code.Contains('.', StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(codes);
        var attributes = codes.Where(code => code.EndsWith(')')).Select((code, i) => $"[{code}] class Use{i};");
        Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Create("global using NeuralDsl;", string.Join("\n", attributes))));
        Assert.All(codes.Where(code => !code.EndsWith(')')), code =>
        {
            var word = Word().Match(code).Groups["name"].Value;
            Assert.True(Names.Contains(word) || Names.Contains($"{word}Attribute"), $"There is no {code}.");
        });
    }

    /// <summary>A row of a table of two columns.</summary>
    [GeneratedRegex(@"^\|.*\| (?<ours>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Code();

    /// <summary>A name, or that of a member behind its owner's.</summary>
    [GeneratedRegex(@"^(?:\w+\.)?(?<name>\w+)")]
    private static partial Regex Word();

    [GeneratedRegex(@"public [^(\n]*?\b(?<name>\w+)(?=\(| \{ get)")]
    private static partial Regex GeneratedMember();
}
