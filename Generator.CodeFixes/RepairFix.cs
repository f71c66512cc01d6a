using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NeuralDsl.Repairs;

namespace NeuralDsl.CodeFixes;

/// <summary>Makes the edits that the checker has computed and tried, as changes of the text, so that everything else stays as it is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairFix))]
[Shared]
public sealed class RepairFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. Candidates.Repairable.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var repair in RepairProperties.Read(diagnostic))
            {
                if (root?.FindNode(repair.Location.SourceSpan) is not { } place || Change(place, text, repair) is not { } change)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(repair.Title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(change))), equivalenceKey: repair.Kind),
                    diagnostic);
            }
        }
    }

    private static TextChange? Change(SyntaxNode place, SourceText text, WrittenRepair repair)
    {
        var argument = place.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        return place.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute ? null : repair.Operation switch
        {
            RepairProperties.Set when argument is not null => new(argument.Expression.Span, repair.Text!),
            RepairProperties.Set => Add(attribute, repair.Argument!, repair.Text!),
            RepairProperties.Insert => new(new(attribute.SpanStart, 0), $"{repair.Text}, "),
            RepairProperties.Rename => new(attribute.Name.Span, repair.Text!),
            _ => new(SpanToRemove(attribute, text), ""),
        };
    }

    /// <summary>
    /// Adds an argument: a parameter, which begins with a small letter, after the others, and a property before the name where there is one,
    /// which stands last by custom.
    /// </summary>
    private static TextChange Add(AttributeSyntax attribute, string name, string value)
    {
        var isParameter = char.IsLower(name[0]);
        var argument = $"{name}{(isParameter ? ":" : " =")} {value}";
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments } list)
            return new(TextSpan.FromBounds(attribute.Name.Span.End, attribute.Span.End), $"({argument})");
        return arguments.FirstOrDefault(other => other.NameEquals is { } property && (isParameter || property.Name.Identifier.ValueText == "Name")) is { } next
            ? new(new(next.SpanStart, 0), $"{argument}, ")
            : new(new(list.CloseParenToken.SpanStart, 0), $", {argument}");
    }

    /// <summary>The attribute with one comma, or, where it stands alone, its brackets and the line that they fill.</summary>
    private static TextSpan SpanToRemove(AttributeSyntax attribute, SourceText text)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        var index = list.Attributes.IndexOf(attribute);
        if (index > 0)
            return TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);
        if (list.Attributes.Count > 1)
            return TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart);
        var (first, last) = (text.Lines.GetLineFromPosition(list.SpanStart), text.Lines.GetLineFromPosition(list.Span.End));
        var isAlone = IsBlank(text, TextSpan.FromBounds(first.Start, list.SpanStart)) && IsBlank(text, TextSpan.FromBounds(list.Span.End, last.End));
        return isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : list.Span;
    }

    private static bool IsBlank(SourceText text, TextSpan span) => string.IsNullOrWhiteSpace(text.ToString(span));
}
