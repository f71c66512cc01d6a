using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralDsl.Generator.Tests.Harness;

namespace NeuralDsl.Generator.Tests.Generation;

/// <summary>What runs again after an edit: the reason of every step is asserted, not the output alone, since equal output proves no caching.</summary>
public class IncrementalTests
{
    private const string First = """
        [Model]
        [Input("features", "N 30")]
        [Linear(16), ReLU]
        [Linear(2)]
        [CrossEntropyLoss]
        [Adam]
        public partial class First;
        """;

    private const string Second = """
        [Model]
        [Input("image", "N 1 8 8")]
        [Conv2d(4, 3), Flatten]
        public partial class Second;
        """;

    private static readonly string[] AllSteps = [ModelGenerator.Steps.Read, ModelGenerator.Steps.Files, ModelGenerator.Steps.Compile, ModelGenerator.Steps.Emit];

    public static TheoryData<string, string, string, IncrementalStepRunReason> Edits => new()
    {
        { "an edit in another file", First, First, IncrementalStepRunReason.Cached },
        { "a comment before the model", First, "// A comment\n" + First, IncrementalStepRunReason.Cached },
        { "blanks inside an attribute", First, First.Replace("Linear(2)", "Linear( 2 )"), IncrementalStepRunReason.Cached },
        { "a member of the user's own", First, First.Replace("First;", "First { public int Version => 1; }"), IncrementalStepRunReason.Modified },
        { "one layer changed", First, First.Replace("Linear(16)", "Linear(17)"), IncrementalStepRunReason.Modified },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_runs_only_what_it_touches(string edit, string before, string after, IncrementalStepRunReason declaration)
    {
        _ = edit;
        var compilation = ModelCompilation.Create("global using NeuralDsl;", before, "class Other;");
        var driver = ModelCompilation.CreateDriver().RunGenerators(compilation);
        var trees = compilation.SyntaxTrees.ToArray();
        var edited = compilation
            .ReplaceSyntaxTree(trees[1], ModelCompilation.Parse(after, trees[1].FilePath))
            .ReplaceSyntaxTree(trees[2], ModelCompilation.Parse("class Other { int edited; }", trees[2].FilePath));
        var reasons = Reasons(driver.RunGenerators(edited));

        Assert.Equal([declaration], reasons[ModelGenerator.Steps.Read]);
        // Compiling and emitting start again only where the declaration differs.
        if (declaration == IncrementalStepRunReason.Cached)
        {
            Assert.Equal([IncrementalStepRunReason.Cached], reasons[ModelGenerator.Steps.Compile]);
            Assert.Equal([IncrementalStepRunReason.Cached], reasons[ModelGenerator.Steps.Emit]);
        }
    }

    [Fact]
    public void A_changed_model_leaves_the_other_one_alone()
    {
        var compilation = ModelCompilation.Create("global using NeuralDsl;", First, Second);
        var driver = ModelCompilation.CreateDriver().RunGenerators(compilation);
        var trees = compilation.SyntaxTrees.ToArray();
        var edited = compilation.ReplaceSyntaxTree(trees[2], ModelCompilation.Parse(Second.Replace("Conv2d(4", "Conv2d(5"), trees[2].FilePath));
        var reasons = Reasons(driver.RunGenerators(edited));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], reasons[ModelGenerator.Steps.Compile]);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], reasons[ModelGenerator.Steps.Emit]);
    }

    private const string Declared = """
        [Model]
        [Input("x", "N 2")]
        [Linear(3)]
        [CrossEntropyLoss, Adam]
        [Csv("data.csv", Target = "label")]
        public partial class Declared;
        """;

    /// <summary>An edit of the code does not read the data again.</summary>
    [Theory]
    [InlineData("// A comment\n" + Declared, 1)]
    [InlineData("class Other { int edited; } \n" + Declared, 1)]
    public void An_edit_of_the_code_reads_no_file(string edited, int reads)
    {
        var (file, other) = (new GivenFile("data.csv", "a,b,label\n1,2,0\n"), new GivenFile("notes.txt", "text"));
        var compilation = ModelCompilation.Create("global using NeuralDsl;", Declared);
        var driver = ModelCompilation.CreateDriver(files: [file, other]).RunGenerators(compilation);
        var after = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], ModelCompilation.Parse(edited, compilation.SyntaxTrees[1].FilePath)));
        Assert.Equal((reads, 0), (file.Reads, other.Reads));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(after)[ModelGenerator.Steps.Compile]);
    }

    [Theory]
    [InlineData("a,b,label\n1,2,0\n3,4,1\n", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData("a,b,label\r\n1,2,0\r\n", IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached)]
    [InlineData("a,b,c,label\n1,2,3,0\n", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    public void An_edit_below_the_first_line_compiles_nothing(string text, IncrementalStepRunReason files, IncrementalStepRunReason compiled)
    {
        var file = new GivenFile("data.csv", "a,b,label\n1,2,0\n");
        var driver = ModelCompilation.CreateDriver(files: [file]).RunGenerators(ModelCompilation.Create("global using NeuralDsl;", Declared));
        var reasons = Reasons(driver.ReplaceAdditionalText(file, new GivenFile("data.csv", text)).RunGenerators(ModelCompilation.Create("global using NeuralDsl;", Declared)));
        Assert.Equal([files], reasons[ModelGenerator.Steps.Files]);
        Assert.Equal([compiled], reasons[ModelGenerator.Steps.Compile]);
    }

    [Fact]
    public void An_own_member_changes_no_generated_code()
    {
        var compilation = ModelCompilation.Create("global using NeuralDsl;", First);
        var driver = ModelCompilation.CreateDriver().RunGenerators(compilation);
        var trees = compilation.SyntaxTrees.ToArray();
        var edited = compilation.ReplaceSyntaxTree(trees[1], ModelCompilation.Parse(First.Replace("First;", "First { public int Version => 1; }"), trees[1].FilePath));
        var reasons = Reasons(driver.RunGenerators(edited));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons[ModelGenerator.Steps.Read]);
        // Compiled again, since a member's name could be a layer's too, to the same model: nothing is emitted again.
        Assert.Equal([IncrementalStepRunReason.Unchanged], reasons[ModelGenerator.Steps.Compile]);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons[ModelGenerator.Steps.Emit]);
    }

    /// <summary>Two runs, and runs in other cultures, give the same bytes.</summary>
    [Theory]
    [InlineData("sv-SE")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Generated_text_does_not_depend_on_the_culture(string culture)
    {
        const string source = """
            [Model]
            [Input("x", "N 4")]
            [Linear(4), LeakyReLU(0.25), BatchNorm1d(Eps = 1e-3), Dropout(0.1)]
            [MSELoss(Weight = 0.5)]
            [SGD(1e-4, Momentum = 0.9)]
            public partial class Net;
            """;
        var expected = GeneratedText(source);
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, GeneratedText(source));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>A Roslyn object in a step's output would keep a whole compilation alive and never be equal to the next one.</summary>
    [Fact]
    public void No_step_holds_a_Roslyn_object()
    {
        var driver = ModelCompilation.CreateDriver(files: [new GivenFile("data.csv", "a,b,label\n")]).RunGenerators(ModelCompilation.Create("global using NeuralDsl;", First, Second, Declared));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in AllSteps.SelectMany(name => StepsOf(driver, name)))
        {
            foreach (var (value, _) in step.Outputs)
                AssertPlain(value, seen);
        }
        Assert.True(seen.Count > 100, "The walk must have seen the models.");
    }

    private static void AssertPlain(object? value, HashSet<object> seen)
    {
        if (value is null or string or DiagnosticDescriptor || value.GetType().IsPrimitive || value.GetType().IsEnum || value is Type or Delegate || !seen.Add(value))
            return;
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or AttributeData, $"A step holds a {value.GetType()}.");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                AssertPlain(item, seen);
        }
        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            AssertPlain(field.GetValue(value), seen);
    }

    private static string GeneratedText(string source) =>
        ModelCompilation.Generate(ModelCompilation.Create("global using NeuralDsl;", source)).SyntaxTrees.Last().ToString();

    private static Dictionary<string, IncrementalStepRunReason[]> Reasons(GeneratorDriver driver) => AllSteps.ToDictionary(
        name => name,
        name => StepsOf(driver, name).SelectMany(step => step.Outputs).Select(output => output.Reason).ToArray());

    /// <summary>Without declared data there is no step that reads files.</summary>
    private static IEnumerable<IncrementalGeneratorRunStep> StepsOf(GeneratorDriver driver, string name) =>
        driver.GetRunResult().Results[0].TrackedSteps.TryGetValue(name, out var steps) ? steps : [];
}
