using System.Reflection;

namespace NeuralDsl.Package.Tests;

/// <summary>What the build says of the repository.</summary>
internal static class Repository
{
    public static string Root => Metadata("RepositoryRoot");

    public static bool HasTorchSharp => Metadata("TorchBackend") == "TorchSharp";

    public static string TorchSharpVersion => Metadata("TorchSharpVersion");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
