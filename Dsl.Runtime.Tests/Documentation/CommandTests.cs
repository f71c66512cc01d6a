using System.Diagnostics;
using System.Text.RegularExpressions;
using NeuralDsl.Documentation;

namespace NeuralDsl.Tests.Documentation;

/// <summary>The commands on the pages do what the pages show.</summary>
public partial class CommandTests
{
    /// <summary>Commands that no test here runs, and what runs them.</summary>
    private static readonly Dictionary<string, string> ProvenElsewhere = new()
    {
        ["./build/setup.sh"] = "What runs these tests has run it.",
        ["./build/setup.sh --tests"] = "What runs these tests has run it.",
        ["./build/test.sh"] = "It runs these tests.",
        ["dotnet test Generator.Tests --filter FullyQualifiedName~LayerTests"] = "It is a part of what runs these tests.",
        ["./build/pack.sh"] = "The tests of the packages begin with it.",
        ["./build/bench.sh --processes 1 --rounds 3 --seconds 0.1 --markdown docs/performance.md"] = "It takes half an hour.",
        ["./build/matrix.sh"] = "It makes another system in a folder, as root, and runs hundreds of tests twice.",
        ["dotnet add package NeuralDsl"] = "The tests of the packages do it.",
        ["dotnet add package TorchSharp-cpu"] = "The tests of the packages do it where the feed has the package.",
    };

    /// <summary>The tutorial has a test of its own, and the trainings of the samples' pages take minutes.</summary>
    private static bool IsWalkedElsewhere(string name) => name == "docs/tutorial.md" || name.StartsWith("docs/samples/", StringComparison.Ordinal);

    public static TheoryData<string> Pages => [.. MarkdownPage.Names.Where(name => !IsWalkedElsewhere(name) && CommandsHere(name).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_command_prints_what_its_page_shows(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["build"]);
        Directory.CreateSymbolicLink(folder["Samples"], Path.Combine(MarkdownPage.Root, "Samples"));
        // The samples are built already.
        File.WriteAllText(folder["build/run.sh"], $"exec dotnet '{Samples}' \"$@\"\n");
        Assert.Equal(0, Bash(folder.Path, "chmod +x build/run.sh").ExitCode);
        var walk = new PageWalk(folder.Path, Bash);
        foreach (var command in CommandsHere(name))
            walk.Take(command);
    }

    [Fact]
    public void What_is_proven_elsewhere_stands_on_a_page() =>
        Assert.Empty(ProvenElsewhere.Keys.Except(MarkdownPage.Names.SelectMany(name => MarkdownPage.Read(name).Commands).Select(command => command.Command)));

    [Fact]
    public void A_command_stands_behind_a_prompt() => Assert.All(
        MarkdownPage.Names.SelectMany(name => MarkdownPage.Read(name).Blocks).Where(block => block.Language.Length == 0),
        block => Assert.DoesNotMatch(@"(?m)^(\./|dotnet |build/)", block.Text));

    /// <summary>What the pages show beside C# is Python, too, though it is not run: not all of it is installed.</summary>
    [Fact]
    public void Python_on_the_pages_is_Python() => Assert.All(
        MarkdownPage.Names.SelectMany(name => MarkdownPage.Read(name).Blocks).Where(block => block.Language == "python" && block.Source is null),
        block => Assert.Equal((0, ""), Bash(MarkdownPage.Root, $"python3 -c 'import sys; compile(sys.stdin.read(), \"page\", \"exec\")' <<'END'\n{block.Text}END")));

    /// <summary>Also those in tables and sentences.</summary>
    [Fact]
    public void Every_script_that_a_page_names_is_there_and_knows_what_it_is_asked()
    {
        var benchmarks = File.ReadAllText(Path.Combine(MarkdownPage.Root, "Benchmarks", "Program.cs"));
        var commands = ModelCommandLineHelp();
        Assert.All(MarkdownPage.Names.SelectMany(name => Script().Matches(MarkdownPage.Read(name).Text)), match =>
        {
            var (script, word) = (match.Groups["script"].Value, match.Groups["word"].Value);
            Assert.Equal(0, Bash(MarkdownPage.Root, $"test -x {script} && bash -n {script}").ExitCode);
            if (word.Length == 0)
                return;
            if (script.EndsWith("run.sh", StringComparison.Ordinal))
                Assert.Matches($@"(?m)^  {word}\b", commands);
            else if (script.EndsWith("bench.sh", StringComparison.Ordinal))
                Assert.Contains($"case [\"{word}\"", benchmarks);
        });

        static string ModelCommandLineHelp() => Bash(MarkdownPage.Root, $"dotnet '{Samples}' --help").Output;
    }

    private static string Samples => Path.Combine(AppContext.BaseDirectory, "NeuralDsl.Samples.dll");

    private static IEnumerable<ShownCommand> CommandsHere(string name) => MarkdownPage.Read(name).Commands.Where(command => !ProvenElsewhere.ContainsKey(command.Command));

    private static (int ExitCode, string Output) Bash(string folder, string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", $"exec 2>&1\n{script}"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return (bash.ExitCode, UnknownLocale().Replace(output, ""));
    }

    /// <summary>What bash says of a culture that .NET knows and the system does not have.</summary>
    [GeneratedRegex(@"^.*warning: setlocale: .*\n", RegexOptions.Multiline)]
    private static partial Regex UnknownLocale();

    /// <summary>A script of the repository, and the command behind it.</summary>
    [GeneratedRegex(@"\./(?<script>build/\w+\.sh)(?: (?<word>[a-z]+)\b)?")]
    private static partial Regex Script();
}
