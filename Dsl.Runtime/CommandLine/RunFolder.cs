using System.Globalization;

namespace NeuralDsl;

/// <summary>The folder of one training: <c>runs/DigitsCnn/3</c> holds its weights, checkpoints, history and report.</summary>
internal sealed record RunFolder(string Path)
{
    public const string DefaultRoot = "runs";

    /// <summary>The weights that the training ended with.</summary>
    public string Weights => System.IO.Path.Combine(Path, "model.safetensors");

    public string Checkpoints => System.IO.Path.Combine(Path, "checkpoints");

    public string Report => System.IO.Path.Combine(Path, "report.html");

    public string History => System.IO.Path.Combine(Path, "history.csv");

    public string Events => System.IO.Path.Combine(Path, "events");

    /// <summary>What the training was told.</summary>
    public string Configuration => System.IO.Path.Combine(Path, "run.json");

    /// <summary>A new folder for a model, numbered after those that are there: no run overwrites another.</summary>
    public static RunFolder Create(string root, string model)
    {
        var folder = System.IO.Path.Combine(root, model);
        Directory.CreateDirectory(folder);
        var number = Numbers(folder).DefaultIfEmpty().Max() + 1;
        var path = System.IO.Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(path);
        return new(path);
    }

    /// <summary>The folder that is named; where none is, the newest of a model.</summary>
    /// <exception cref="DirectoryNotFoundException">None is named, and the model was never trained.</exception>
    public static RunFolder Find(string? path, string root, string model) => path is null ? Latest(root, model) : new(path);

    /// <summary>The newest folder of a model.</summary>
    /// <exception cref="DirectoryNotFoundException">The model was never trained.</exception>
    public static RunFolder Latest(string root, string model)
    {
        var folder = System.IO.Path.Combine(root, model);
        var numbers = Directory.Exists(folder) ? Numbers(folder).ToArray() : [];
        return numbers.Length > 0
            ? new(System.IO.Path.Combine(folder, numbers.Max().ToString(CultureInfo.InvariantCulture)))
            : throw new DirectoryNotFoundException($"There is no training of {model} in '{System.IO.Path.GetFullPath(folder)}': run 'train {model}' first, or name its folder with --run.");
    }

    private static IEnumerable<int> Numbers(string folder) => Directory.EnumerateDirectories(folder)
        .Select(path => int.TryParse(System.IO.Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0);
}
