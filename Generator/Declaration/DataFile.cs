using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NeuralDsl.Collections;
using NeuralDsl.Data;
using NeuralDsl.Graph;

namespace NeuralDsl.Declaration;

/// <summary>What is known of a declared file while compiling.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Head">Its first line; of a manifest the whole text.</param>
internal sealed record DataFile(string Path, string Head)
{
    /// <summary>Reads no more of a file than what is compared: an edit of its rows changes nothing.</summary>
    public static DataFile? Read(AdditionalText file, CancellationToken cancellation)
    {
        if (file.GetText(cancellation) is not { } text)
            return null;
        var end = file.Path.EndsWith(DataManifest.Extension, StringComparison.Ordinal) ? text.Length : EndOfLine(text);
        return new(file.Path, text.ToString(new TextSpan(0, end)).TrimStart('\uFEFF'));
    }

    /// <summary>The files and manifests that a declaration names.</summary>
    public static EquatableArray<string> Named(ModelDeclaration declaration) => declaration.Attributes
        .Where(attribute => GraphData.IsKind(attribute.Name)).Select((attribute, index) => new GraphData(attribute, index).Path).Where(path => path.Length > 0)
        .SelectMany(path => new[] { path, path + DataManifest.Extension }).ToEquatableArray();

    /// <summary>Whether the declared path could mean this file: its folders and its name are the last ones of the file's path.</summary>
    public static bool Matches(string path, string declared)
    {
        var (segments, wanted) = (Segments(path), Segments(declared));
        return wanted.Length > 0 && wanted.Length <= segments.Length && segments.Skip(segments.Length - wanted.Length).SequenceEqual(wanted);
    }

    private static string[] Segments(string path) => [.. path.Split('/', '\\').Where(segment => segment is not ("" or "." or ".."))];

    private static int EndOfLine(SourceText text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
                return i;
        }
        return text.Length;
    }
}
