using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NeuralDsl.Diagnostics;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Diagnostics;

/// <summary>Every rule has a page; what the page says is wrong is wrong at that place with those words, and what it says is right compiles.</summary>
public class DiagnosticPageTests
{
    /// <summary>The text under the squiggle of each page's broken example.</summary>
    private static readonly Dictionary<string, string> Squiggles = new()
    {
        ["NDSL0001"] = "Classifier",
        ["NDSL0002"] = "Classifier",
        ["NDSL0003"] = "Linear(2)",
        ["NDSL0004"] = "Classifier",
        ["NDSL0005"] = "Classifier",
        ["NDSL0006"] = "Classifier",
        ["NDSL0007"] = "Classifier",
        ["NDSL0008"] = "Input(\"label\", \"N\", DType.Int64)",
        ["NDSL0009"] = "Fusion",
        ["NDSL0010"] = "Classifier",
        ["NDSL0011"] = "Classifier",
        ["NDSL0101"] = "From = \"logit\"",
        ["NDSL0102"] = "Name = \"fc\"",
        ["NDSL0103"] = "Name = \"train\"",
        ["NDSL0104"] = "\"label\"",
        ["NDSL0105"] = "b",
        ["NDSL0106"] = "Tanh",
        ["NDSL0201"] = ",",
        ["NDSL0202"] = "1.5",
        ["NDSL0203"] = "Step",
        ["NDSL1101"] = "Conv2d(16, 3)",
        ["NDSL1102"] = "Linear(2)",
        ["NDSL1103"] = "Conv2d(16, 3)",
        ["NDSL1104"] = "2",
        ["NDSL1105"] = "From = \"a, b\"",
        ["NDSL1106"] = "1",
        ["NDSL1107"] = "context",
        ["NDSL1201"] = "5",
        ["NDSL1202"] = "Groups = 4",
        ["NDSL1203"] = "In = 400",
        ["NDSL1204"] = "Linear(10)",
        ["NDSL1205"] = "\"N 10\"",
        ["NDSL1206"] = "Linear(4000000000)",
        ["NDSL1207"] = "\"stem\"",
        ["NDSL1208"] = "Reshape(\"8 12\")",
        ["NDSL1209"] = "(h e)",
        ["NDSL1210"] = "4",
        ["NDSL1211"] = "\"N C=1 H=28 W=27\"",
        ["NDSL1212"] = "Block<TorchSharp.Modules.Linear>",
        ["NDSL1213"] = "Block<FeedForward>",
        ["NDSL1214"] = "Repeat = 3",
        ["NDSL1215"] = "\"d=50\"",
        ["NDSL1216"] = "Share = \"first\"",
        ["NDSL1217"] = "If = \"stride != 1\"",
        ["NDSL1301"] = "CrossEntropyLoss",
        ["NDSL1302"] = "L1Loss(Target = \"x\", Weight = 0.1)",
        ["NDSL1303"] = "Target = \"price\"",
        ["NDSL1304"] = "SGD(0.01)",
        ["NDSL1305"] = "Adam",
        ["NDSL1306"] = "Adam",
        ["NDSL1307"] = "encode.*",
        ["NDSL1308"] = "\"h.0.*\"",
        ["NDSL1309"] = "AdamW(1e-3, Only = \"linear1.*\", WeightDecay = 0)",
        ["NDSL1310"] = "Init.KaimingNormal",
        ["NDSL1311"] = "CosineAnnealingLR",
        ["NDSL1312"] = "CosineAnnealingLR",
        ["NDSL1313"] = "Metric.RSquared",
        ["NDSL1314"] = "Phase(\"painter\")",
        ["NDSL1315"] = "BCEWithLogitsLoss(From = \"real\", TargetValue = 1)",
        ["NDSL1316"] = "LocalResponseNorm(5)",
        ["NDSL1401"] = "Memory = \"512 MB\"",
        ["NDSL1402"] = "Macs = 100_000_000",
        ["NDSL1501"] = "Idx(\"train-images.gz\", \"train-labels.gz\")",
        ["NDSL1502"] = "labl",
        ["NDSL1503"] = "Features = \"pixel_*, label\"",
        ["NDSL1504"] = "Features = \"pixel_*\"",
        ["NDSL1505"] = "aeg",
        ["NDSL1506"] = "Labels = LabelEncoding.OneHot",
        ["NDSL1507"] = "Classes = \"setosa, versicolor, virginica\"",
        ["NDSL1508"] = "Target = \"label\"",
        ["NDSL1509"] = "\"train-images.gz\"",
        ["NDSL1510"] = "NumWords = 2000",
        ["NDSL1511"] = "Length = 200",
        ["NDSL1512"] = "Data<Classifier>",
        ["NDSL2001"] = "Softmax",
        ["NDSL2002"] = "Sigmoid",
        ["NDSL2003"] = "BCELoss",
        ["NDSL2004"] = "Softmax",
        ["NDSL2005"] = "0",
        ["NDSL2006"] = "ReLU",
        ["NDSL2007"] = "Linear(10)",
        ["NDSL2008"] = "ReLU",
        ["NDSL2009"] = "1.0",
        ["NDSL2010"] = "Conv2d(16, 3)",
        ["NDSL2011"] = "BatchNorm1d",
        ["NDSL2012"] = "NLLLoss",
        ["NDSL2013"] = "Initialize(\"*.weight\", Init.Zeros)",
        ["NDSL3001"] = "Linear(10, Name = \"logits\")",
        ["NDSL3002"] = "LocalResponseNorm(5)",
    };

    /// <summary>What is wrong with the project, not with the model, where a page shows a rule about that, and what turns a rule on that is off.</summary>
    private static readonly Dictionary<string, Func<CSharpCompilation, CSharpCompilation>> Projects = new()
    {
        ["NDSL0010"] = ModelCompilation.WithoutTorchSharp,
        ["NDSL0011"] = compilation => ModelCompilation.WithLanguage(compilation, LanguageVersion.CSharp11),
        ["NDSL3001"] = compilation => ModelCompilation.WithRule(compilation, "NDSL3001"),
    };

    /// <summary>The rules that a page can show: all but the compiler's own failure, which no example should cause.</summary>
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id).Where(id => id != Rules.InternalError.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_broken_example_has_this_one_fault(string id)
    {
        var page = DiagnosticPage.Read(id);
        var compilation = WithUsing(ModelCompilation.Create(page.Broken));
        if (Projects.TryGetValue(id, out var project))
            compilation = project(compilation);
        var diagnostic = Assert.Single(await ModelCompilation.AnalyzeAllAsync(compilation, page.Files), diagnostic => Counts(diagnostic, id));

        var position = diagnostic.Location.GetLineSpan().StartLinePosition;
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        Assert.Equal(page.Message, $"Model.cs({position.Line + 1},{position.Character + 1}): {severity} {diagnostic.Id}: {diagnostic.GetMessage()}\n");
        Assert.Equal(Squiggles[id], diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
    }

    /// <summary>The code that is generated all the same has no error of its own, and neither does what uses it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_compiler_says_nothing_of_the_broken_example(string id)
    {
        var page = DiagnosticPage.Read(id);
        var compilation = WithUsing(ModelCompilation.Create(page.Broken));
        Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation, page.Files)).Where(message => message.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_fixed_example_has_no_fault(string id)
    {
        var page = DiagnosticPage.Read(id);
        var compilation = WithUsing(ModelCompilation.Create(page.Fixed));
        Assert.DoesNotContain(await ModelCompilation.AnalyzeAllAsync(compilation, page.Files), diagnostic => Counts(diagnostic, id));
        Assert.Empty(ModelCompilation.CompilerMessages(ModelCompilation.Generate(compilation, page.Files)));
    }

    [Fact]
    public void Every_rule_has_a_page_a_link_to_it_and_a_release_note()
    {
        var notes = File.ReadAllText(Path.Combine(Repository.Root, "Generator", "Diagnostics", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(Repository.Root, "Generator", "Diagnostics", "AnalyzerReleases.Shipped.md"));
        foreach (var rule in Rules.All)
        {
            Assert.True(File.Exists(Path.Combine(DiagnosticPage.Folder, $"{rule.Id}.md")), $"{rule.Id} has no page.");
            Assert.EndsWith($"docs/diagnostics/{rule.Id}.md", rule.HelpLinkUri);
            Assert.Contains($"\n{rule.Id} |", notes);
        }
        Assert.Equal(Rules.All.Length, Directory.GetFiles(DiagnosticPage.Folder, "NDSL*.md").Length);
    }

    /// <summary>Every field of <see cref="Rules"/> is in <see cref="Rules.All"/>, so that no rule escapes the tests above.</summary>
    [Fact]
    public void Every_descriptor_is_listed()
    {
        var fields = typeof(Rules).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
        Assert.Equal(fields.Select(rule => rule.Id).Order(), Rules.All.Select(rule => rule.Id).Order());
    }

    /// <summary>Pages about mistakes leave out what is no more than information.</summary>
    private static bool Counts(Diagnostic diagnostic, string id) => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id == id;

    /// <summary>Pages speak of the model alone; the file that they come from has the using directive in another file.</summary>
    private static CSharpCompilation WithUsing(CSharpCompilation compilation) =>
        compilation.AddSyntaxTrees(ModelCompilation.Parse("global using NeuralDsl;", "GlobalUsings.cs"));
}
