#if !VERIFY
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
#endif

namespace NeuralDsl.Generator.Tests.Snapshots;

/// <summary>
/// Compares text with a reviewed file beside the tests, <c>NAME.verified.cs</c>. It is Verify where the feed has it, and otherwise
/// does the same with the same files: on a difference it writes <c>NAME.received.cs</c>, and one accepts it by renaming.
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
        var verifiedPath = Path.Combine(Folder, $"{name}.verified.cs");
        var receivedPath = Path.Combine(Folder, $"{name}.received.cs");
        var verified = File.Exists(verifiedPath) ? await File.ReadAllTextAsync(verifiedPath) : "";
        if (verified == text)
        {
            File.Delete(receivedPath);
            return;
        }
        await File.WriteAllTextAsync(receivedPath, text);
        var changes = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, text).Lines
            .Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(line => $"{(line.Type == ChangeType.Inserted ? '+' : '-')} {line.Text}");
        Assert.Fail($"{name}.verified.cs differs; to accept, rename {name}.received.cs.\n{string.Join("\n", changes.Take(60))}");
#endif
    }
}
