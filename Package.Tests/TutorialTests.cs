using NeuralDsl.Documentation;

namespace NeuralDsl.Package.Tests;

/// <summary>The tutorial, word for word: every file is written and every command run, in a folder that has nothing but what a clone brings.</summary>
[Collection(PackageCollection.Name)]
public sealed class TutorialTests(Packages packages)
{
    /// <summary>What is done before these tests: the machine can build, and the packages are made.</summary>
    private static readonly string[] Done = ["./build/setup.sh", "./build/pack.sh"];

    [Fact]
    public void Tutorial_PrintsWhatItShows()
    {
        var clone = Path.Combine(packages.NewFolderWithoutFeed("tutorial"), "NeuralDsl");
        Directory.CreateDirectory(Path.Combine(clone, "artifacts"));
        Directory.CreateSymbolicLink(Path.Combine(clone, "artifacts", "packages"), packages.Feed);
        Directory.CreateSymbolicLink(Path.Combine(clone, "Samples"), Path.Combine(Repository.Root, "Samples"));

        var page = MarkdownPage.Read("docs/tutorial.md");
        Assert.Equal(Done, page.Commands.Select(command => command.Command).Take(Done.Length));
        var engine = Repository.HasTorchSharp ? "TorchSharp-cpu" : "NeuralDsl.LibTorch";
        var walk = new PageWalk(clone, (folder, script) =>
        {
            var run = packages.Run(folder, "bash", ["-c", $"exec 2>&1\n{script.Replace("NeuralDsl.LibTorch", engine)}"]);
            return (run.ExitCode, run.Output);
        });
        foreach (var block in page.Blocks)
        {
            if (block.File.Length > 0 || block.Commands.Any())
                walk.Take(block with { Text = Done.Aggregate(block.Text, (text, command) => text.Replace($"$ {command}\n", "")) });
        }
    }
}
