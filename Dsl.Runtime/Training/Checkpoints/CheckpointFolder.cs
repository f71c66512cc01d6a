using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralDsl;

/// <summary>The checkpoints of a folder: <c>epoch-0004.safetensors</c> after an epoch, <c>epoch-0004-step-000120.safetensors</c> within the next one.</summary>
internal sealed partial class CheckpointFolder(string path)
{
    private const string Extension = ".safetensors";

    /// <summary>The file of the best weights.</summary>
    public string Best => Path.Combine(path, "best" + Extension);

    /// <summary>The name of a checkpoint after so many epochs, and so many batches of the next.</summary>
    public string Name(int epoch, int batch) => Path.Combine(
        path,
        string.Create(CultureInfo.InvariantCulture, $"epoch-{epoch:0000}") + (batch == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-step-{batch:000000}")) + Extension);

    /// <summary>The checkpoints, the latest first.</summary>
    public IReadOnlyList<string> All() => !Directory.Exists(path) ? [] :
    [
        .. from file in Directory.EnumerateFiles(path, "epoch-*" + Extension)
           let match = Pattern().Match(Path.GetFileName(file))
           where match.Success
           orderby Number(match.Groups[1]) descending, Number(match.Groups[2]) descending
           select file,
    ];

    /// <summary>Deletes what a process that was killed had begun to write.</summary>
    public void DeleteUnfinished()
    {
        if (!Directory.Exists(path))
            return;
        foreach (var file in Directory.EnumerateFiles(path, "*" + Extension + AtomicFile.Unfinished))
            File.Delete(file);
    }

    /// <summary>Deletes all checkpoints but the latest.</summary>
    public void KeepLast(int count)
    {
        foreach (var file in All().Skip(count))
            File.Delete(file);
    }

    private static long Number(Group group) => group.Success ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^epoch-(\d{1,10})(?:-step-(\d{1,10}))?\.safetensors$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
