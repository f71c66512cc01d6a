using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NeuralDsl.Generator.Tests.Harness;

/// <summary>A file of the repository that a test makes anew and compares: on a difference it writes what it made beside it, and one accepts it by renaming.</summary>
internal static class ReviewedFile
{
    public static async Task MatchAsync(string path, string receivedPath, string text)
    {
        var reviewed = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        if (reviewed == text)
        {
            File.Delete(receivedPath);
            return;
        }
        await File.WriteAllTextAsync(receivedPath, text);
        var changes = new InlineDiffBuilder(new Differ()).BuildDiffModel(reviewed, text).Lines
            .Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(line => $"{(line.Type == ChangeType.Inserted ? '+' : '-')} {line.Text}");
        Assert.Fail($"{Path.GetFileName(path)} differs; to accept, rename {Path.GetFileName(receivedPath)}.\n{string.Join("\n", changes.Take(60))}");
    }
}
