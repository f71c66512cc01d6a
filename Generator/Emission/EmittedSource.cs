namespace NeuralDsl.Emission;

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name, unique in the project.</param>
/// <param name="Text">Its text.</param>
internal sealed record EmittedSource(string HintName, string Text)
{
    // Windows refuses paths of 260 characters, and the folder of generated files takes its part of them.
    private const int LongestName = 120;

    /// <summary>The file's name: the model's full name, shortened with a hash of the whole where it is long.</summary>
    public static string HintNameOf(string fullName) => fullName.Length <= LongestName
        ? $"{fullName}.g.cs"
        : $"{fullName.Substring(fullName.Length - LongestName)}.{Fnv1a(fullName):x8}.g.cs";

    private static uint Fnv1a(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
