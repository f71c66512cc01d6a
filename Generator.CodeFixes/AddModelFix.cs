using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NeuralDsl.Diagnostics;

namespace NeuralDsl.CodeFixes;

/// <summary>Adds <c>[Model]</c> to a class that declares a network (NDSL0002).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddModelFix))]
[Shared]
public sealed class AddModelFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Rules.NoModel.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { AttributeLists: [var first, ..] } type)
                continue;
            // A line of its own, indented as the first attribute is.
            var line = text.Lines.GetLineFromPosition(first.SpanStart);
            var indentation = text.ToString(TextSpan.FromBounds(line.Start, first.SpanStart));
            var end = text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak));
            var added = string.IsNullOrWhiteSpace(indentation) && end.Length > 0 ? $"[Model]{end}{indentation}" : "[Model] ";
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Add [Model] to '{type.Identifier.Text}'",
                    _ => Task.FromResult(context.Document.WithText(text.WithChanges(new TextChange(new(first.SpanStart, 0), added)))),
                    equivalenceKey: nameof(AddModelFix)),
                diagnostic);
        }
    }
}
