using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace NeuralDsl.Package.Tests;

/// <summary>What lies in the packages.</summary>
[Collection(PackageCollection.Name)]
public sealed class ContentTests(Packages packages)
{
    [Fact]
    public void NeuralDsl_HasTheRunTimeAndTheCompilerEachInItsFolder() => Assert.Equal(
        [
            "NeuralDsl.nuspec", "README.md", "analyzers/dotnet/cs/NeuralDsl.CodeFixes.dll", "analyzers/dotnet/cs/NeuralDsl.Generator.dll",
            "buildTransitive/NeuralDsl.targets", "icon.png", "lib/net10.0/NeuralDsl.dll", "lib/net10.0/NeuralDsl.xml",
        ],
        packages.Read("NeuralDsl").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void LibTorch_HasTheEngineAndTheSourceOfItsNativePart() => Assert.Equal(
        [
            "NeuralDsl.LibTorch.nuspec", "README.md", "buildTransitive/NeuralDsl.LibTorch.targets", "icon.png", "lib/net10.0/TorchSharp.dll",
            "native/CMakeLists.txt", "native/direct.h", "native/dispatch.cpp", "native/interop.h", "native/memory.cpp", "native/optimizers.cpp",
            "native/script.cpp",
        ],
        packages.Read("NeuralDsl.LibTorch").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void NeuralDsl_DependsOnWhatItsRunTimeRefersTo_AndOnNoEngine()
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, "Dsl.Runtime", "NeuralDsl.csproj"))
            .Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);
        Assert.Equal(references.Order(StringComparer.Ordinal), Dependencies("NeuralDsl"));
        Assert.Empty(Dependencies("NeuralDsl.LibTorch"));
    }

    [Fact]
    public void NeuralDsl_RefersToTheOldestTorchSharpThatRunsIt()
    {
        var torchSharp = Assert.Single(References("NeuralDsl", "lib/net10.0/NeuralDsl.dll"), reference => reference.Name == "TorchSharp");
        Assert.Equal(new(0, 105, 0, 0), torchSharp.Version);
        Assert.Equal("67b0e5e1da516a1c", torchSharp.Token);
        Assert.DoesNotContain(References("NeuralDsl", "lib/net10.0/NeuralDsl.dll"), reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NeuralDsl", "nupkg")]
    [InlineData("NeuralDsl", "snupkg")]
    [InlineData("NeuralDsl.LibTorch", "nupkg")]
    [InlineData("NeuralDsl.LibTorch", "snupkg")]
    [InlineData("NeuralDsl.Templates", "nupkg")]
    public void NoFile_NamesTheFolderThatItWasBuiltIn(string package, string extension) => Assert.All(
        packages.Read(package, extension), file => Assert.DoesNotContain(Repository.Root, Encoding.Latin1.GetString(file.Value), StringComparison.Ordinal));

    [Theory]
    [InlineData("NeuralDsl", "lib/net10.0/NeuralDsl.pdb")]
    [InlineData("NeuralDsl.LibTorch", "lib/net10.0/TorchSharp.pdb")]
    public void Symbols_CarryTheirSources(string package, string path)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(packages.Read(package, "snupkg")[path]));
        var reader = provider.GetMetadataReader();
        var embedded = new Guid("0e8a571b-6926-466e-b4ad-8ab04611f5fe");
        Assert.All(reader.Documents, document => Assert.Contains(
            reader.GetCustomDebugInformation(document), information => reader.GetGuid(reader.GetCustomDebugInformation(information).Kind) == embedded));
    }

    private IEnumerable<string> Dependencies(string package) =>
        XDocument.Parse(Encoding.UTF8.GetString(packages.Read(package)[$"{package}.nuspec"]).TrimStart('\uFEFF'))
            .Descendants().Where(element => element.Name.LocalName == "dependency").Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal);

    private IReadOnlyList<(string Name, Version Version, string Token)> References(string package, string path)
    {
        using var image = new PEReader(ImmutableArray.Create(packages.Read(package)[path]));
        var reader = image.GetMetadataReader();
        return
        [
            .. reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(reference =>
                (reader.GetString(reference.Name), reference.Version, Convert.ToHexStringLower(reader.GetBlobBytes(reference.PublicKeyOrToken)))),
        ];
    }
}
