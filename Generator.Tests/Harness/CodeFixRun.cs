using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace NeuralDsl.Generator.Tests.Harness;

/// <summary>Asks a code-fix provider for its lightbulbs as an editor does, and applies them.</summary>
internal static class CodeFixRun
{
    /// <summary>The titles offered for the one diagnostic in a source, and the source after each of them.</summary>
    public static async Task<ImmutableArray<(string Title, string Result)>> ApplyAsync(CodeFixProvider provider, string source)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.CurrentSolution.AddProject("UserCode", "UserCode", LanguageNames.CSharp);
        var document = project.AddDocument("User.cs", SourceText.From(source));
        var diagnostic = Assert.Single(await ModelCompilation.AnalyzeAsync(ModelCompilation.Create(source)));

        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        var results = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var action in actions)
        {
            var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
            var text = await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
            results.Add((action.Title, text.ToString()));
        }
        return results.ToImmutable();
    }
}
