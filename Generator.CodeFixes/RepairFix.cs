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
                if (root is null || Changes(repair, root, text) is not { } changes)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(repair.Title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(changes))), equivalenceKey: repair.Kind),
                    diagnostic);
            }
        }
    }

    /// <summary>The changes of all edits in the order of the text; null where an edit has no place in it.</summary>
    private static IReadOnlyList<TextChange>? Changes(WrittenRepair repair, SyntaxNode root, SourceText text)
    {
        var changes = new List<TextChange>();
        var removed = new List<AttributeSyntax>();
        foreach (var edit in repair.Edits)
        {
            var place = root.FindNode(edit.Location.SourceSpan);
            if (place.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
                return null;
            if (edit.Operation == RepairProperties.Remove)
                removed.Add(attribute);
            else
                changes.AddRange(Change(edit, attribute, place.FirstAncestorOrSelf<AttributeArgumentSyntax>(), text));
        }
        changes.AddRange(removed.Select(attribute => SpanToRemove(attribute, removed, text)).Distinct().Select(span => new TextChange(span, "")));
        return [.. changes.OrderBy(change => change.Span.Start)];
    }

    private static IEnumerable<TextChange> Change(WrittenEdit edit, AttributeSyntax attribute, AttributeArgumentSyntax? argument, SourceText text)
    {
        switch (edit.Operation)
        {
            case RepairProperties.Set when argument is not null:
                return [Replace(argument.Expression.Span, edit.Text!, text)];
            case RepairProperties.Set:
                return [Add(attribute, edit.Argument!, edit.Text!)];
            case RepairProperties.RemoveArgument:
                return argument is null ? [] : [new(SpanToRemove(argument), "")];
            case RepairProperties.InsertBefore:
                return [new(new(attribute.SpanStart, 0), $"{edit.Text}, ")];
            case RepairProperties.InsertAfter:
                return [new(new(attribute.Span.End, 0), $", {edit.Text}")];
            case RepairProperties.Rename:
                return [new(attribute.Name.Span, edit.Text!)];
            default:
                return Move(attribute, edit.Target!.SourceSpan, text);
        }
    }

    /// <summary>Another text for a span, of which only the characters that differ change, so that two repairs of one text go together.</summary>
    private static TextChange Replace(TextSpan span, string replacement, SourceText text)
    {
        var old = text.ToString(span);
        var shorter = Math.Min(old.Length, replacement.Length);
        var start = Enumerable.Range(0, shorter).TakeWhile(i => old[i] == replacement[i]).Count();
        var end = Enumerable.Range(1, shorter - start).TakeWhile(i => old[old.Length - i] == replacement[replacement.Length - i]).Count();
        return new(TextSpan.FromBounds(span.Start + start, span.End - end), replacement.Substring(start, replacement.Length - start - end));
    }

    /// <summary>Puts an attribute before another one: in its list, or as a line of its own where both have one.</summary>
    private static IEnumerable<TextChange> Move(AttributeSyntax attribute, TextSpan target, SourceText text)
    {
        var removed = SpanToRemove(attribute, [attribute], text);
        var line = text.Lines.GetLineFromPosition(target.Start);
        var begins = line.Start + text.ToString(line.Span).TakeWhile(char.IsWhiteSpace).Count();
        var isLine = removed.Start == text.Lines.GetLineFromPosition(removed.Start).Start && removed.Length > attribute.Parent!.Span.Length && target.Start == begins + 1;
        return isLine
            ? [new(new(line.Start, 0), text.ToString(removed)), new(removed, "")]
            : [new(new(target.Start, 0), $"{attribute}, "), new(removed, "")];
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

    /// <summary>The argument with one comma, or with the parentheses where it stands alone.</summary>
    private static TextSpan SpanToRemove(AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        var index = list.Arguments.IndexOf(argument);
        return index > 0 ? TextSpan.FromBounds(list.Arguments[index - 1].Span.End, argument.Span.End)
            : list.Arguments.Count > 1 ? TextSpan.FromBounds(argument.SpanStart, list.Arguments[1].SpanStart)
            : list.Span;
    }

    /// <summary>The attribute with one comma, or, where no other one stays beside it, the brackets and the line that they fill.</summary>
    private static TextSpan SpanToRemove(AttributeSyntax attribute, IReadOnlyCollection<AttributeSyntax> removed, SourceText text)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (!list.Attributes.All(removed.Contains))
        {
            var index = list.Attributes.IndexOf(attribute);
            return list.Attributes.Take(index).All(removed.Contains)
                ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[index + 1].SpanStart)
                : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);
        }
        var (first, last) = (text.Lines.GetLineFromPosition(list.SpanStart), text.Lines.GetLineFromPosition(list.Span.End));
        var isAlone = IsBlank(text, TextSpan.FromBounds(first.Start, list.SpanStart)) && IsBlank(text, TextSpan.FromBounds(list.Span.End, last.End));
        return isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : list.Span;
    }

    private static bool IsBlank(SourceText text, TextSpan span) => string.IsNullOrWhiteSpace(text.ToString(span));
}
