using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralDsl.Diagnostics;

namespace NeuralDsl.CodeFixes;

/// <summary>Corrects a declared <c>In</c> to what the layer receives, or drops it (NDSL1203).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclaredInputFix))]
[Shared]
public sealed class DeclaredInputFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Rules.DeclaredInput.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument
                || !diagnostic.Properties.TryGetValue("In", out var actual) || actual is null)
            {
                continue;
            }
            context.RegisterCodeFix(
                CodeAction.Create($"Set In = {actual}", _ => Correct(context.Document, root, argument, actual), equivalenceKey: "Correct"),
                diagnostic);
            context.RegisterCodeFix(
                CodeAction.Create("Remove In and let it be inferred", _ => Remove(context.Document, root, argument), equivalenceKey: "Remove"),
                diagnostic);
        }
    }

    private static Task<Document> Correct(Document document, SyntaxNode root, AttributeArgumentSyntax argument, string actual)
    {
        var literal = SyntaxFactory.ParseExpression(actual).WithTriviaFrom(argument.Expression);
        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(argument.Expression, literal)));
    }

    private static Task<Document> Remove(Document document, SyntaxNode root, AttributeArgumentSyntax argument) =>
        Task.FromResult(document.WithSyntaxRoot(root.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)!));
}
