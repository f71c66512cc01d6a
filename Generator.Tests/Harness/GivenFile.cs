using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NeuralDsl.Generator.Tests.Harness;

/// <summary>A file that the project gives to the compiler, and how often it was read.</summary>
internal sealed class GivenFile(string path, string text) : AdditionalText
{
    public int Reads { get; private set; }

    public override string Path => path;

    public static ImmutableArray<AdditionalText> Of(params IEnumerable<(string Path, string Text)> files) => [.. files.Select(file => new GivenFile(file.Path, file.Text))];

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Reads++;
        return SourceText.From(text);
    }
}
