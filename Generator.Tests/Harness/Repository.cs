using System.Runtime.CompilerServices;

namespace NeuralDsl.Generator.Tests;

/// <summary>Where the sources of this project are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        // Deterministic builds map the caller's path; the test's own folder is inside the repository then.
        foreach (var start in new[] { Path.GetDirectoryName(thisFile)!, AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "NeuralDsl.sln")))
                    return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException("The tests must run inside the repository: no folder above them has NeuralDsl.sln.");
    }
}
