using NeuralDsl.Collections;

namespace NeuralDsl.Declaration;

/// <summary>The declared files that the compiler was given.</summary>
internal static class DataFiles
{
    /// <summary>What is known of a declared file; null where the compiler was not given it, or several that it could be.</summary>
    public static string? HeadOf(this IReadOnlyList<DataFile> files, string declared)
    {
        var found = files.Where(file => DataFile.Matches(file.Path, declared)).Take(2).ToArray();
        return found.Length == 1 ? found[0].Head : null;
    }

    /// <summary>The files that a declaration names.</summary>
    public static EquatableArray<DataFile> Of(this IEnumerable<DataFile> files, EquatableArray<string> named) =>
        files.Where(file => named.Any(declared => DataFile.Matches(file.Path, declared))).ToEquatableArray();
}
