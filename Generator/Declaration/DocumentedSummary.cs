using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralDsl.Declaration;

/// <summary>The summary of a class's documentation.</summary>
internal static class DocumentedSummary
{
    private const string Mark = "///";

    /// <summary>The text of the first summary on a declaration of the class; empty where there is none.</summary>
    public static string Of(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .Select(part => Read(part.GetSyntax(cancellation).GetLeadingTrivia())).FirstOrDefault(summary => summary.Length > 0) ?? "";

    /// <summary>Read from the comment itself, because a build without a documentation file does not parse it.</summary>
    private static string Read(SyntaxTriviaList trivia)
    {
        var comments = trivia.Where(piece => piece.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || piece.IsKind(SyntaxKind.SingleLineCommentTrivia));
        var lines = string.Concat(comments.Select(comment => $"{comment.ToFullString()}\n")).Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line.Substring(Mark.Length));
        try
        {
            var summary = XElement.Parse($"<doc>{string.Join("\n", lines)}</doc>").Element("summary");
            return summary is null ? "" : Regex.Replace(string.Concat(summary.Nodes().Select(TextOf)), @"\s+", " ").Trim();
        }
        catch (XmlException)
        {
            // The compiler says so where documentation is made.
            return "";
        }
    }

    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => reference.Attributes().FirstOrDefault()?.Value.Split('.', ':').Last() ?? "",
        XElement element => string.Concat(element.Nodes().Select(TextOf)),
        _ => "",
    };
}
