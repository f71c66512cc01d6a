namespace NeuralDsl.Package.Tests;

/// <summary>A project outside the repository that has the packages and nothing else.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(Packages packages)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
        </Project>
        """;

    private const string Model = """
        using NeuralDsl;

        [Model]
        [Input("features", "N 4")]
        [Linear(16), ReLU]
        [Linear(3, Name = "kind")]
        [CrossEntropyLoss]
        [Adam(0.05)]
        public partial class Flowers;

        """;

    private const string Program = """
        using NeuralDsl;

        TorchSharp.torch.random.manual_seed(1);
        var lines = Enumerable.Range(0, 90).Select(row => $"{row % 3},{row % 3 * 2},{row % 7 / 7.0:0.00},1,{row % 3}");
        File.WriteAllLines("flowers.csv", ["a,b,c,d,kind", .. lines]);
        using var data = Csv.Load<Flowers.Batch>("flowers.csv", new() { Target = "kind" });
        using var model = new Flowers();
        var report = model.Fit(data, new() { Epochs = 5, BatchSize = 30 });
        Console.WriteLine(FormattableString.Invariant($"from {report.Epochs[0].Training.Loss:R} to {report.Epochs[^1].Training.Loss:R}"));

        """;

    [Fact]
    public void Consumer_TrainsMendsAndPublishes()
    {
        var project = Create("Flowers");
        packages.Dotnet(project, "add", "package", "NeuralDsl", "--version", Packages.Version).Succeeded();
        packages.AddEngine(project);

        // It trains.
        AssertTrains(packages.Dotnet(project, "run").Succeeded());

        // A layer that does not fit is the one error, the lightbulb works from the command line, and it builds again.
        var model = Path.Combine(project, "Flowers.cs");
        File.WriteAllText(model, Model.Replace("Linear(3,", "Linear(3, In = 20,"));
        Assert.StartsWith("NDSL1203: Linear 'kind' declares 20 input features but receives 16", packages.Dotnet(project, "build").FailedWithOneError());
        packages.Dotnet(project, "format", "analyzers", "--diagnostics", "NDSL1203", "--severity", "error").Succeeded();
        Assert.Equal(Model.Replace("Linear(3,", "Linear(3, In = 16,"), File.ReadAllText(model));
        packages.Dotnet(project, "build").Succeeded();

        // Trimmed it still trains, and there is nothing that the trimmer warns of, but for TorchSharp, which is not ours.
        var publish = packages.Dotnet(project, "publish", "--use-current-runtime", "--output", "published", "-p:PublishTrimmed=true", "-p:TrimmerSingleWarn=false");
        publish.Succeeded();
        Assert.DoesNotContain(publish.Warnings, warning =>
            warning.StartsWith("IL", StringComparison.Ordinal) && (!Repository.HasTorchSharp || warning.Contains("NeuralDsl", StringComparison.Ordinal)));
        AssertTrains(packages.Run(project, Path.Combine(project, "published", "Flowers"), []).Succeeded());
    }

    [Fact]
    public void WithoutAnEngine_TheOneErrorNamesThePackages()
    {
        var project = Create("NoEngine");
        packages.Dotnet(project, "add", "package", "NeuralDsl", "--version", Packages.Version).Succeeded();
        var error = packages.Dotnet(project, "build").FailedWithOneError();
        Assert.StartsWith("NDSLPKG2: ", error);
        Assert.Contains("TorchSharp-cpu", error);
        Assert.Contains("NeuralDsl.LibTorch", error);
    }

    [Fact]
    public void WithAnOldCompiler_TheOneErrorSaysWhichIsNeeded()
    {
        var project = Create("OldCompiler");
        packages.Dotnet(project, "add", "package", "NeuralDsl", "--version", Packages.Version).Succeeded();
        Assert.Equal(
            "NDSLPKG1: NeuralDsl needs the C# compiler of Roslyn 4.14 or newer, and this build has 4.8: use the .NET SDK 10, and no older Microsoft.Net.Compilers.Toolset.",
            packages.Dotnet(project, "build", "-p:CompilerApiVersion=roslyn4.8").FailedWithOneError());
    }

    [Fact]
    public void LibTorch_SaysWhatIsMissing()
    {
        var project = Create("NoLibTorch");
        packages.Dotnet(project, "add", "package", "NeuralDsl.LibTorch", "--version", Packages.Version).Succeeded();
        var libtorch = Path.Combine(project, "libtorch");
        Assert.Equal(
            $"NDSLPKG4: There is no libtorch in LibTorchPath, which is {libtorch}: {libtorch}/include/torch/csrc/api/include/torch/version.h is missing.",
            Build().FailedWithOneError());

        // A header says the version; then everything is there but the tools.
        var header = Path.Combine(Directory.CreateDirectory(Path.Combine(libtorch, "include/torch/csrc/api/include/torch")).FullName, "version.h");
        File.WriteAllText(header, Version(1, 12));
        Assert.Equal($"NDSLPKG4: The libtorch in {libtorch} is 1.12.0, and 1.13 or newer is needed.", Build().FailedWithOneError());
        File.WriteAllText(header, Version(2, 6));
        var tools = Directory.CreateDirectory(Path.Combine(project, "tools")).FullName;
        File.CreateSymbolicLink(Path.Combine(tools, "sh"), "/bin/sh");
        Assert.StartsWith("NDSLPKG5: cmake was not found", Build(("PATH", tools), ("CXX", "")).FailedWithOneError());
        File.CreateSymbolicLink(Path.Combine(tools, "cmake"), "/bin/sh");
        Assert.StartsWith("NDSLPKG5: A C++ compiler was not found", Build(("PATH", tools), ("CXX", "")).FailedWithOneError());

        Run Build(params (string Name, string Value)[] environment) =>
            packages.Run(project, Environment.ProcessPath!, ["build", $"-p:LibTorchPath={libtorch}"], environment);

        static string Version(int major, int minor) => $"""
            #define TORCH_VERSION_MAJOR {major}
            #define TORCH_VERSION_MINOR {minor}
            #define TORCH_VERSION_PATCH 0
            """;
    }

    private string Create(string name)
    {
        var folder = packages.NewFolder(name);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "Flowers.cs"), Model);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        return folder;
    }

    private static void AssertTrains(string output)
    {
        var losses = output.Split('\n').Single(line => line.StartsWith("from ", StringComparison.Ordinal)).Split(' ');
        var (first, last) = (Parse(losses[1]), Parse(losses[3]));
        Assert.True(last < first, $"The loss went from {first} to {last}.");

        static double Parse(string number) => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
    }
}
