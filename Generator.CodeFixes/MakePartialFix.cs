using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NeuralDsl.Diagnostics;

namespace NeuralDsl.CodeFixes;

/// <summary>Adds <c>partial</c> to a model class and to the types around it (NDSL0001, NDSL0005).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Rules.NotPartial.Id, Rules.ContainerNotPartial.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } model)
                continue;
            var closed = model.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)).ToArray();
            if (closed.Length == 0)
                continue;
            var names = string.Join(", ", Enumerable.Reverse(closed).Select(type => $"'{type.Identifier.Text}'"));
            context.RegisterCodeFix(
                CodeAction.Create($"Make {names} partial", _ => MakePartial(context.Document, root, closed), equivalenceKey: nameof(MakePartialFix)),
                diagnostic);
        }
    }

    private static Task<Document> MakePartial(Document document, SyntaxNode root, IReadOnlyCollection<TypeDeclarationSyntax> types)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        var changed = root.ReplaceNodes(types, (_, type) => generator.WithModifiers(type, generator.GetModifiers(type).WithPartial(true)));
        return Task.FromResult(document.WithSyntaxRoot(changed));
    }
}
