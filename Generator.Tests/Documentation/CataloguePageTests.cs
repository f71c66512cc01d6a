using System.Globalization;
using System.Text;
using NeuralDsl.Generator.Tests.Harness;
using NeuralDsl.Graph;
using NeuralDsl.Operators;
using NeuralDsl.Shapes;

namespace NeuralDsl.Generator.Tests.Documentation;

/// <summary>The catalogue page is made of the attributes' documentation and of what the compiler makes of their examples.</summary>
public class CataloguePageTests
{
    private const string OwnCode = "Blocks and your own code";

    private const string Plan = "Schedules and clipping";

    private const string DataAndTraining = "Data, training and search";

    private static readonly (string Title, string Introduction)[] Sections =
    [
        ("Layers", "Each takes the value before it, or what `From` names. `Name`, `From`, `Share` and `If` are on [every layer](language.md#layers)."),
        ("Joins", "They join the value before them with those that they name."),
        ("Shape operators", "They compute nothing: the same elements in another shape, or some of them."),
        (OwnCode, "Explained in [the language](language.md#blocks)."),
        ("Losses", "`From`, `Target`, `Weight` and `Reduction` are on [every loss](language.md#losses-and-targets)."),
        ("Optimizers", "`Only` and `Except` are on [every optimizer](language.md#optimizers)."),
        (Plan, "Explained in [the language](language.md#schedules). `Every` is on every schedule."),
        (DataAndTraining, "Explained in [the language](language.md#data). What is common to all data is on `Csv`."),
        ("The model", "What is no operator: inputs, outputs, parameters."),
    ];

    public static TheoryData<string> Names => [.. AttributeDocumentation.All.Select(attribute => attribute.Name)];

    [Fact]
    public async Task The_page_is_current()
    {
        var page = new StringBuilder("""
            # The catalogue

            Every attribute of the language. The shapes, counts and costs below the examples are what the compiler says of them: trainable
            parameters, and multiply-accumulates of one forward pass. This page is made of the attributes' own documentation.

            """);
        foreach (var (title, introduction) in Sections)
        {
            page.Append($"\n## {title}\n\n{introduction}\n");
            foreach (var attribute in AttributeDocumentation.All.Where(attribute => SectionOf(attribute) == title))
                Write(page, attribute);
        }
        var docs = Path.Combine(Repository.Root, "docs");
        await ReviewedFile.MatchAsync(Path.Combine(docs, "catalogue.md"), Path.Combine(docs, "catalogue.received.md"), page.ToString());
    }

    /// <summary>An operator says its shape rule, what its arguments mean, and shows itself.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_attribute_is_documented(string name)
    {
        var attribute = AttributeDocumentation.All.Single(candidate => candidate.Name == name);
        Assert.NotEmpty(attribute.Summary);
        Assert.All(attribute.Arguments, argument => Assert.False(argument.Meaning.Length == 0, $"{argument.Name} has no documentation."));
        if (SectionOf(attribute) is "The model" or OwnCode || attribute.Name == "Data")
            return;
        if (SectionOf(attribute) is not ("Optimizers" or Plan or DataAndTraining))
            Assert.Contains(attribute.Remarks, remark => remark.StartsWith("Shape: ", StringComparison.Ordinal));
        Assert.Matches($@"[\[ ]{name}\b", attribute.Example);
        var compilation = ModelCompilation.Create("global using NeuralDsl;", ModelOf(attribute));
        Assert.Empty(await ModelCompilation.AnalyzeAsync(compilation));
        Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation)));
    }

    private static void Write(StringBuilder page, AttributeDocumentation attribute)
    {
        page.Append($"\n### {attribute.Name}\n\n`{attribute.Signature}`: {attribute.Summary}\n");
        string[] lines = [.. attribute.Remarks, .. attribute.Arguments.Select(argument => $"`{argument.Name}`: {argument.Meaning}")];
        if (lines.Length > 0)
            page.Append($"\n{string.Concat(lines.Select(line => $"- {line}\n"))}");
        if (attribute.Example.Length > 0)
            page.Append($"\n```csharp\n{attribute.Example}\n```\n");
        if (Result(attribute) is { } result)
            page.Append($"\n{result}\n");
    }

    /// <summary>What the compiler says of the layer in the example.</summary>
    private static string? Result(AttributeDocumentation attribute)
    {
        if (LayerOf(attribute) is not { } layer)
            return null;
        var counts = new[] { (layer.ParameterCount, "parameters"), (layer.MultiplyAccumulates, "multiply-accumulates") }.Where(count => count.Item1.Constant != 0);
        return string.Join(", ", counts.Select(count => $"{Grouped(count.Item1)} {count.Item2}")
            .Prepend($"{string.Join(", ", layer.Types.Inputs.Select(input => $"`{input}`"))} → `{layer.Output}`")) + ".";
    }

    private static string Grouped(Dim count) => count.Constant is { } number ? number.ToString("N0", CultureInfo.InvariantCulture) : $"`{count.Text}`";

    private static string ModelOf(AttributeDocumentation attribute) => $"[Model]\n{attribute.Example}\npublic partial class Example;";

    /// <summary>The section of an attribute, which is the folder of its operator.</summary>
    private static string SectionOf(AttributeDocumentation attribute) =>
        Catalogue.Losses.ContainsKey(attribute.Name) ? "Losses"
        : Catalogue.Optimizers.ContainsKey(attribute.Name) ? "Optimizers"
        : Catalogue.Schedules.ContainsKey(attribute.Name) || attribute.Name is "Warmup" or "ClipGradNorm" or "ClipGradValue" ? Plan
        : attribute.Name is "Data" || SettingsReader.Reads(attribute.Name) ? DataAndTraining
        : !Catalogue.Layers.ContainsKey(attribute.Name) ? "The model"
        : attribute.Name is "Apply" or "Block" or "Module" ? OwnCode
        : LayerOf(attribute)?.Layer.GetType().Namespace switch
        {
            { } folder when folder.EndsWith("Joins", StringComparison.Ordinal) => "Joins",
            { } folder when folder.EndsWith("ShapeOperators", StringComparison.Ordinal) => "Shape operators",
            _ => "Layers",
        };

    /// <summary>The layer in the example; null where there is none.</summary>
    private static TypedLayer? LayerOf(AttributeDocumentation attribute) => attribute.Example.Length == 0 ? null
        : CompiledSource.Check(ModelOf(attribute)).Model?.Layers.LastOrDefault(candidate => candidate.Node.Operator == attribute.Name);
}
