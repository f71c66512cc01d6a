using System.Xml.Linq;

namespace NeuralDsl.Package.Tests;

/// <summary><c>dotnet new neuraldsl</c>, from nothing to a trained network.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests(Packages packages)
{
    [Fact]
    public void Template_TrainsAtOnce_OnTheEngineThatIsAskedFor()
    {
        var folder = packages.NewFolder("templates");
        packages.Dotnet(folder, "new", "install", $"NeuralDsl.Templates@{Packages.Version}").Succeeded();

        New("HalfMoons", Repository.HasTorchSharp ? "cpu" : "libtorch");
        Assert.Matches(@"test loss \d", packages.Dotnet(Path.Combine(folder, "HalfMoons"), "run").Succeeded());

        Assert.Equal(["NeuralDsl", "TorchSharp-cpu"], References(New("Default")));
        Assert.Equal(["NeuralDsl", "TorchSharp-cuda-linux"], References(New("Linux", "cuda-linux")));
        Assert.Equal(["NeuralDsl", "TorchSharp-cuda-windows"], References(New("Windows", "cuda-windows")));
        Assert.Equal(["NeuralDsl", "NeuralDsl.LibTorch"], References(New("Installed", "libtorch")));

        string New(string name, string? engine = null)
        {
            packages.Dotnet(folder, ["new", "neuraldsl", "-n", name, "--skip-restore", .. engine is null ? [] : new[] { "--engine", engine }]).Succeeded();
            return Path.Combine(folder, name, $"{name}.csproj");
        }

        static IEnumerable<string> References(string project) =>
            XDocument.Load(project).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);
    }
}
