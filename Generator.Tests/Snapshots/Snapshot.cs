#if !VERIFY
using NeuralDsl.Generator.Tests.Harness;
#endif

namespace NeuralDsl.Generator.Tests.Snapshots;

/// <summary>
/// Compares text with a reviewed file beside the tests, <c>NAME.verified.cs</c>. It is Verify where the feed has it, and otherwise
/// does the same with the same files.
/// </summary>
internal static class Snapshot
{
    private static string Folder => Path.Combine(Repository.Root, "Generator.Tests", "Snapshots");

    public static async Task MatchAsync(string name, string text)
    {
#if VERIFY
        var settings = new VerifyTests.VerifySettings();
        settings.UseDirectory(Folder);
        settings.UseFileName(name);
        await VerifyXunit.Verifier.Verify(text, "cs", settings);
#else
        await ReviewedFile.MatchAsync(Path.Combine(Folder, $"{name}.verified.cs"), Path.Combine(Folder, $"{name}.received.cs"), text);
#endif
    }
}
