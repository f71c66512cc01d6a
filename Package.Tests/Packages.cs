using System.IO.Compression;
using System.Security;

namespace NeuralDsl.Package.Tests;

/// <summary>
/// The packages as build/pack.sh makes them, a folder outside the repository, and a user who has them on a feed: all of it is gone after the tests.
/// </summary>
public sealed class Packages : IDisposable
{
    /// <summary>Newer than any that a feed or a cache of the machine may have.</summary>
    public const string Version = "999.0.0";

    private readonly string folder = Directory.CreateTempSubdirectory("neuraldsl-packages-").FullName;
    private readonly Shell shell;

    public Packages()
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, "home")).FullName;
        shell = new(home);
        try
        {
            new Shell(home: null).Run(Repository.Root, Path.Combine(Repository.Root, "build/pack.sh"), [Version, Feed]).Succeeded();
            WriteSources(home);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Feed => Path.Combine(folder, "feed");

    /// <summary>The folder whose projects see the feed.</summary>
    private string Projects => Path.Combine(folder, "projects");

    /// <summary>A new folder that sees the feed.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Projects, name)).FullName;

    /// <summary>A new folder of a user who has not heard of the feed.</summary>
    public string NewFolderWithoutFeed(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    internal Run Dotnet(string folder, params string[] arguments) => shell.Run(folder, "dotnet", arguments);

    internal Run Run(string folder, string program, string[] arguments, params (string Name, string Value)[] environment) =>
        shell.Run(folder, program, arguments, environment);

    /// <summary>Adds the engine that this machine can have.</summary>
    internal void AddEngine(string project)
    {
        if (Repository.HasTorchSharp)
            Dotnet(project, "add", "package", "TorchSharp-cpu", "--version", Repository.TorchSharpVersion).Succeeded();
        else
            Dotnet(project, "add", "package", "NeuralDsl.LibTorch", "--version", Version).Succeeded();
    }

    /// <summary>The machine's feed has the other packages; what it has given already is not asked for again.</summary>
    private void WriteSources(string home)
    {
        var machine = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget");
        var sources = Path.Combine(machine, "NuGet", "NuGet.Config");
        if (File.Exists(sources))
            File.Copy(sources, Path.Combine(Directory.CreateDirectory(Path.Combine(home, ".nuget", "NuGet")).FullName, "NuGet.Config"));
        var given = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(machine, "packages");
        Write(folder, $"""<fallbackPackageFolders><add key="machine" value="{SecurityElement.Escape(given)}" /></fallbackPackageFolders>""");
        Write(Directory.CreateDirectory(Projects).FullName, $"""<packageSources><add key="packed" value="{SecurityElement.Escape(Feed)}" /></packageSources>""");

        static void Write(string folder, string configuration) =>
            File.WriteAllText(Path.Combine(folder, "nuget.config"), $"<configuration>{configuration}</configuration>");
    }

    /// <summary>The package's files and their contents, without those that NuGet's format asks for.</summary>
    internal IReadOnlyDictionary<string, byte[]> Read(string package, string extension = "nupkg")
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.{extension}"));
        return archive.Entries.Where(entry => !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal)
            && !entry.FullName.StartsWith("package/", StringComparison.Ordinal) && entry.FullName != "[Content_Types].xml").ToDictionary(entry => entry.FullName, Content);

        static byte[] Content(ZipArchiveEntry entry)
        {
            using var stream = entry.Open();
            var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
