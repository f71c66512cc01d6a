using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NeuralDsl.Diagnostics;

namespace NeuralDsl.Declaration;

/// <summary>Finds the place in the source that a fault's indices mean.</summary>
internal sealed class FaultLocator(INamedTypeSymbol type, CancellationToken cancellation)
{
    private readonly AttributeData[] attributes = [.. ModelReader.ElementsOf(type)];

    public Location Find(FaultLocation location)
    {
        if (location.Attribute == FaultLocation.Class)
            return FindClass();
        var attribute = attributes[location.Attribute];
        if (location.Argument is { } name && ModelReader.FindArgument(attribute, name, cancellation, location.Element) is { } argument)
            return FindCharacters(argument, location) ?? argument.GetLocation();
        return attribute.ApplicationSyntaxReference!.GetSyntax(cancellation).GetLocation();
    }

    /// <summary>The class's name, in the part that has the attributes.</summary>
    private Location FindClass()
    {
        var part = type.DeclaringSyntaxReferences[ModelReader.PartOf(attributes[0], type)].GetSyntax(cancellation);
        return ((BaseTypeDeclarationSyntax)part).Identifier.GetLocation();
    }

    /// <summary>Characters inside a string literal; null where they cannot be told apart, as in a constant or after an escape.</summary>
    private static Location? FindCharacters(AttributeArgumentSyntax argument, FaultLocation location)
    {
        if (location.Length < 0 || argument.Expression is not LiteralExpressionSyntax { Token: var token } || !token.IsKind(SyntaxKind.StringLiteralToken))
            return null;
        // "text" or @"text" whose text is as long as its value: no escapes.
        var quote = token.Text.IndexOf('"') + 1;
        if (token.Text.Length != quote + token.ValueText.Length + 1)
            return null;
        // A fault at the end of the text is shown on its closing quote.
        var start = token.SpanStart + quote + location.Start;
        return Location.Create(token.SyntaxTree!, new TextSpan(start, Math.Max(1, location.Length)));
    }
}
