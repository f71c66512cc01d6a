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
    public static async Task<ImmutableArray<(string Title, string Result)>> ApplyAsync(CodeFixProvider provider, string source, params ImmutableArray<AdditionalText> files)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.CurrentSolution.AddProject("UserCode", "UserCode", LanguageNames.CSharp);
        var document = project.AddDocument("User.cs", SourceText.From(source));
        var diagnostic = Assert.Single(await ModelCompilation.AnalyzeAsync(ModelCompilation.Create(source), files));

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

    /// <summary>The source after one kind of fix has been made everywhere in it.</summary>
    public static async Task<string> ApplyToAllAsync(CodeFixProvider provider, string source, string kind)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.CurrentSolution.AddProject("UserCode", "UserCode", LanguageNames.CSharp);
        var document = project.AddDocument("User.cs", SourceText.From(source));
        // Diagnostics are matched to documents by their trees.
        var tree = await document.GetSyntaxTreeAsync();
        var diagnostics = await ModelCompilation.AnalyzeAsync(ModelCompilation.Create().AddSyntaxTrees(tree!));
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, kind, provider.FixableDiagnosticIds, new GivenDiagnostics(diagnostics), default);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
        return (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private sealed class GivenDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
