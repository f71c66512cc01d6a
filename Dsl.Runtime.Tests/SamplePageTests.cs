using System.Globalization;
using NeuralDsl.Samples;

namespace NeuralDsl.Tests;

/// <summary>What the pages and the README say of the samples is what the samples are.</summary>
public class SamplePageTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    public static TheoryData<string> Samples => [.. SampleModels.All.Select(definition => definition.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_page_shows_the_declaration_and_the_graph(string sample)
    {
        var page = File.ReadAllText(Path.Combine(Folder, $"{sample}.md"));
        var source = File.ReadAllText(Path.Combine(Folder, $"{sample}.cs"));
        Assert.Contains($"```csharp\n{source.Split("namespace NeuralDsl.Samples;\n\n")[1]}```", page);
        Assert.Contains($"```mermaid\n{SampleModels.All.Single(definition => definition.Name == sample).Architecture.ToMermaid()}```", page);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_table_has_a_row_with_the_parameters(string sample)
    {
        var count = SampleModels.All.Single(definition => definition.Name == sample).Architecture.ParameterCount.ToString("N0", CultureInfo.InvariantCulture);
        var row = Assert.Single(File.ReadLines(Path.Combine(Folder, "README.md")), line => line.StartsWith($"| [{sample}](docs/samples/{sample}.md) | ", StringComparison.Ordinal));
        Assert.Contains($" | {count} | ", row);
        Assert.Contains($" | `./build/run.sh train {sample}", row);
    }
}
